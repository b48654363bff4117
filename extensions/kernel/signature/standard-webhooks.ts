import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../errors.ts';
import type { Bilingual } from '../gate/decision.ts';

/** Seconds a timestamp may lie in the past or the future. */
export const TOLERANCE_SECONDS = 300;
const PREFIX = 'whsec_';

const keyOf = (secret: string) => Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');

const digest = (secret: string, id: string, timestamp: string, body: Buffer | string) =>
  createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest();

export type SignedHeaders = {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
};

/**
 * Signs a body by the Standard Webhooks specification, once per secret, so that a receiver that
 * knows either the old or the new secret accepts it during rotation.
 * @param secrets `whsec_` + base64
 */
export function sign(secrets: readonly string[], id: string, timestamp: Date, body: string): SignedHeaders {
  const seconds = String(Math.floor(timestamp.getTime() / 1000));
  const signatures = secrets.map((secret) => `v1,${digest(secret, id, seconds, body).toString('base64')}`);
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}

/** What an event was signed with, in one line for those who look into it: the signed second, then the signatures. */
export function signatureOf(headers: Readonly<Record<string, unknown>>): string | null {
  const [timestamp, signature] = [headers['webhook-timestamp'], headers['webhook-signature']];
  return typeof timestamp === 'string' && typeof signature === 'string' ? `${timestamp} ${signature}`.slice(0, 500) : null;
}

const refused = (why: Bilingual) =>
  new Refusal('SIGNATURE_INVALID', 401, { en: `The event was refused unread: ${why.en}.`, tr: `Olay okunmadan reddedildi: ${why.tr}.` });

/**
 * Verifies before anything is parsed. Every secret is tried in constant time.
 * @returns the signed id, and which secret fitted
 * @throws Refusal SIGNATURE_INVALID
 */
export function verify(
  secrets: readonly string[],
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: Buffer | string,
  now: Date,
): { id: string; secretIndex: number } {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const given = headers['webhook-signature'];
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof given !== 'string')
    throw refused({ en: 'webhook-id, webhook-timestamp or webhook-signature is missing', tr: 'webhook-id, webhook-timestamp ya da webhook-signature eksik' });
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const age = now.getTime() / 1000 - seconds;
  if (!(Math.abs(age) <= TOLERANCE_SECONDS))
    throw refused(
      Number.isNaN(age)
        ? { en: 'its timestamp is not a number', tr: 'zaman damgası sayı değil' }
        : age > 0
          ? { en: 'its timestamp is too old', tr: 'zaman damgası çok eski' }
          : { en: 'its timestamp lies in the future', tr: 'zaman damgası gelecekte' },
    );
  const signatures = given
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice(3), 'base64'));
  let secretIndex = -1;
  for (const [i, secret] of secrets.entries()) {
    const expected = digest(secret, id, timestamp, body);
    for (const signature of signatures) if (signature.length === expected.length && timingSafeEqual(signature, expected) && secretIndex === -1) secretIndex = i;
  }
  if (secretIndex === -1) throw refused({ en: 'no known secret made its signature', tr: 'imzası bilinen hiçbir anahtardan değil' });
  return { id, secretIndex };
}
