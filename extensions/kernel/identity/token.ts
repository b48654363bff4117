import { jwtVerify } from 'jose';
import { unauthenticated } from '../errors.ts';

export interface VerifiedToken {
  readonly userId: string;
  /** The session to look up; null for a short-lived access token without one. */
  readonly session: string | null;
}

/**
 * Verifies an access token that Directus signed (HS256 with SECRET, issuer `directus`).
 * Share, invite and reset tokens carry `share` or `scope` and are refused.
 * @throws Refusal UNAUTHENTICATED
 */
export async function verifyToken(token: string, secret: Uint8Array): Promise<VerifiedToken> {
  const verified = await jwtVerify(token, secret, { algorithms: ['HS256'], issuer: 'directus' }).catch(() => null);
  const payload = verified?.payload;
  if (!payload || typeof payload['id'] !== 'string' || payload['share'] || payload['scope']) throw unauthenticated();
  return { userId: payload['id'], session: typeof payload['session'] === 'string' ? payload['session'] : null };
}
