import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../errors.ts';
import type { Bilingual } from '../gate/decision.ts';

/** The header a key travels in; several, space-separated, during rotation. */
export const KEY_HEADER = 'x-selvedge-event-key';
const PREFIX = 'svk_';
/** Keys of one request that are looked at: a rotation sends two. */
const MAX_GIVEN = 5;
/**
 * Milliseconds after which a direction asks for a key, once it has its first. What sends may go on for a
 * second with what it read before there was one, and an event that is on its way need not be sent twice.
 */
const ASKED_FOR_AFTER_MS = 5_000;

export interface EventKey {
  readonly id: string;
  /** SHA-256 of the key. */
  readonly digest: Buffer;
  /** The key itself, on the node that sends with it. */
  readonly plain: string | null;
}

/** A new event key: 32 random bytes, so that its plain SHA-256 gives nothing away. */
export const newEventKey = (): string => PREFIX + randomBytes(32).toString('base64url');

/** Whole: the 32 bytes after the prefix. */
export const isEventKey = (text: string): boolean => /^svk_[A-Za-z0-9_-]{43}$/.test(text);

export const digestOfKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** What a sender adds to the signed headers. Nothing where it has no key. */
export function keyHeaders(keys: readonly EventKey[]): Record<string, string> {
  const held = keys.flatMap(({ plain }) => (plain === null ? [] : [plain]));
  return held.length === 0 ? {} : { [KEY_HEADER]: held.join(' ') };
}

const refused = (why: Bilingual) => new Refusal('EVENT_KEY_INVALID', 401, { en: `Refused unread: ${why.en}.`, tr: `Okunmadan reddedildi: ${why.tr}.` });

/**
 * Looks for a key that is known here, in constant time, before anything is read. A direction that never
 * had a key asks for none: the signature alone is what the contract promises. One that had, always does.
 * @param firstKeyAt when the direction got its first key, ended or not
 * @returns the id of the key that fits, null where none is asked for
 * @throws Refusal EVENT_KEY_INVALID
 */
export function fittingKey(keys: readonly EventKey[], firstKeyAt: Date | null, given: string | string[] | undefined, now: Date): string | null {
  if (firstKeyAt === null) return null;
  const digests = (typeof given === 'string' ? given : '').split(' ', MAX_GIVEN).map(digestOfKey);
  let fits: string | null = null;
  for (const key of keys) for (const digest of digests) if (timingSafeEqual(key.digest, digest) && fits === null) fits = key.id;
  if (fits !== null || now.getTime() - firstKeyAt.getTime() < ASKED_FOR_AFTER_MS) return fits;
  throw given === undefined
    ? refused({
        en: `the header ${KEY_HEADER} is missing; this direction asks for an event key`,
        tr: `${KEY_HEADER} başlığı eksik; bu yön bir olay anahtarı istiyor`,
      })
    : refused({
        en: `the event key in ${KEY_HEADER} is not known here or has ended`,
        tr: `${KEY_HEADER} başlığındaki olay anahtarı burada bilinmiyor ya da sona ermiş`,
      });
}
