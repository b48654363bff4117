import type { IncomingMessage } from 'node:http';
import { Refusal, unauthenticated } from '../errors.ts';
import type { VerifiedToken } from '../identity/token.ts';
import type { Runtime } from './context.ts';

/** A token has only characters that a cookie carries as they are, so nothing is decoded. */
function cookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/**
 * The verified token of a request: a bearer token, or the session cookie when the request comes
 * from an allowed origin. A browser always sends Origin on what could change something.
 * @throws Refusal UNAUTHENTICATED, ORIGIN_NOT_ALLOWED
 */
export async function callerOf(request: IncomingMessage, runtime: Runtime): Promise<VerifiedToken> {
  const { authorization, origin } = request.headers;
  if (authorization?.startsWith('Bearer ')) return runtime.verifyToken(authorization.slice(7));
  const token = cookie(request.headers.cookie, runtime.sessionCookie);
  if (!token) throw unauthenticated();
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (origin ? !runtime.allowedOrigins.has(origin) : !isRead) {
    throw new Refusal('ORIGIN_NOT_ALLOWED', 403, {
      en: 'This page may not act for you here; open the app from its own address.',
      tr: 'Bu sayfa burada sizin adınıza işlem yapamaz; uygulamayı kendi adresinden açın.',
    });
  }
  return runtime.verifyToken(token);
}
