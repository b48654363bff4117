import { jwtVerify } from 'jose';
import { unauthenticated } from '../errors.ts';

export interface VerifiedToken {
  readonly userId: string;
  /** The session to look up; null for a short-lived access token without one. */
  readonly session: string | null;
  /** When the token ends, in milliseconds since 1970: for what goes on after it was verified. */
  readonly endsAtMs: number;
}

/** @throws Refusal UNAUTHENTICATED */
export type VerifyToken = (token: string) => Promise<VerifiedToken>;

/** Signatures remembered per process: some hundred bytes each. */
const REMEMBERED = 5_000;

/**
 * Verifies access tokens that Directus signed (HS256 with SECRET, issuer `directus`). Share, invite
 * and reset tokens carry `share` or `scope` and are refused.
 *
 * A signature that was right stays right, so it is computed once per token; what can change is
 * judged at each request: the token's end here, session, user and grants in the database.
 */
export function tokenVerifier(secret: Uint8Array): VerifyToken {
  const remembered = new Map<string, VerifiedToken>();

  return async (token) => {
    const known = remembered.get(token);
    if (known && Date.now() < known.endsAtMs) return known;
    remembered.delete(token);
    const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], issuer: 'directus', requiredClaims: ['exp'] }).catch(() => ({ payload: null }));
    if (!payload || typeof payload['id'] !== 'string' || payload['share'] || payload['scope']) throw unauthenticated();
    const verified = {
      userId: payload['id'],
      session: typeof payload['session'] === 'string' ? payload['session'] : null,
      endsAtMs: (payload.exp ?? 0) * 1_000,
    };
    const [oldest] = remembered.keys();
    if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(token, verified);
    return verified;
  };
}
