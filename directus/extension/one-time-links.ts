import { createHash } from 'node:crypto';
import { createError } from '@directus/errors';
import type { NextFunction, Request, Response } from 'express';
import type { Redis } from 'ioredis';
import { matchedPath } from './matched-path.ts';

/** Longer than any link lives. */
const KEPT_SECONDS = 2 * 86_400;

const LinkUsed = createError('LINK_USED', 'This link was used already. Ask for a new one on the sign-in page.', 403);

/** What is signed of a token; its signature could be written in several ways that all verify. */
function linkIn(body: unknown): string | null {
  const { token } = (body ?? {}) as { token?: unknown };
  if (typeof token !== 'string') return null;
  return createHash('sha256').update(token.split('.').slice(0, 2).join('.')).digest('base64url');
}

/**
 * A link to a new password works once, also when it is opened twice at the same moment. Directus ends it by the
 * password that it changes, so of two at once both would count (J99). One that was refused may be tried again;
 * without Redis it is left to Directus.
 */
export function useLinksOnce(redis: Redis) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const link = request.method === 'POST' && /^\/auth\/password\/reset\/?$/.test(matchedPath(request)) ? linkIn(request.body) : null;
    if (link === null) {
      next();
      return;
    }
    const key = `login:link:${link}`;
    const isFirst = await redis.set(key, '1', 'EX', KEPT_SECONDS, 'NX').catch(() => 'OK');
    if (isFirst === null) {
      next(new LinkUsed());
      return;
    }
    response.once('close', () => {
      if (response.statusCode >= 400) void redis.del(key).catch(() => undefined);
    });
    next();
  };
}
