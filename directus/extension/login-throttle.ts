import { createHash } from 'node:crypto';
import { createError } from '@directus/errors';
import type { NextFunction, Request, Response } from 'express';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { matchedPath } from './matched-path.ts';

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords in a row for one e-mail address, known or not. */
const PER_PERSON = 10;
/** Wrong passwords from one network address, whoever they are for. */
const PER_ADDRESS = 200;

/** Mails with a link to a new password for one e-mail address. */
const MAILS_PER_PERSON = 5;

const TooManyLogins = createError<{ minutes: number }>(
  'TOO_MANY_LOGINS',
  ({ minutes }) => `Too many attempts to sign in or to get a new password. Try again in ${minutes} minutes, or ask an administrator for a new password.`,
  429,
);

/** Counted in Redis for all replicas; each counts for itself while Redis is away. */
function limiter(redis: Redis, name: string, points: number): RateLimiterRedis {
  const options = { keyPrefix: `login:${name}`, points, duration: WINDOW_SECONDS };
  return new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: new RateLimiterMemory(options) });
}

const isLogin = (request: Request) => request.method === 'POST' && /^\/auth\/login(\/|$)/.test(matchedPath(request));
const asksForMail = (request: Request) => request.method === 'POST' && /^\/auth\/password\/request(\/|$)/.test(matchedPath(request));

/**
 * Whom a sign-in is for, hashed; an identity provider's own answer names nobody, and is proven by its signature.
 * LDAP asks for an identifier instead of an e-mail address.
 */
function personIn(body: unknown): string | null {
  const { email, identifier } = (body ?? {}) as { email?: unknown; identifier?: unknown };
  const name = [email, identifier].find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return name === undefined ? null : createHash('sha256').update(name.trim().toLowerCase()).digest('base64url');
}

/**
 * Slows down whoever guesses passwords or fills somebody's mailbox with links to a new one, without locking anybody out for good: the right password in
 * time starts the count anew, and an unknown address is counted as a known one.
 * Directus would suspend the account instead, which lets a stranger close it.
 */
export function throttleLogins(redis: Redis) {
  const perPerson = limiter(redis, 'person', PER_PERSON);
  const perAddress = limiter(redis, 'address', PER_ADDRESS);
  const mails = limiter(redis, 'mail', MAILS_PER_PERSON);

  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const isAboutLogin = isLogin(request);
    if (!isAboutLogin && !asksForMail(request)) {
      next();
      return;
    }
    const person = personIn(request.body);
    const address = request.ip ?? '';
    try {
      // Counted before it is tried, so that many at once do not slip through.
      await Promise.all([
        ...(isAboutLogin ? [perAddress.consume(address)] : []),
        ...(person === null ? [] : [(isAboutLogin ? perPerson : mails).consume(person)]),
      ]);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) {
        next(refused);
        return;
      }
      const seconds = Math.ceil(refused.msBeforeNext / 1_000);
      response.setHeader('Retry-After', String(seconds));
      next(new TooManyLogins({ minutes: Math.ceil(seconds / 60) }));
      return;
    }
    response.once('finish', () => {
      // A provider's sign-in ends in a redirect.
      if (!isAboutLogin || response.statusCode >= 400) return;
      void Promise.allSettled([...(person === null ? [] : [perPerson.delete(person)]), perAddress.reward(address)]);
    });
    next();
  };
}
