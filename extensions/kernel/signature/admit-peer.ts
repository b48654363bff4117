import type { IncomingMessage } from 'node:http';
import { Refusal } from '../errors.ts';
import { readBody } from '../http/body.ts';
import { fittingKey, KEY_HEADER } from './event-keys.ts';
import type { Direction, SecretStore } from './secrets.ts';
import { verify } from './standard-webhooks.ts';

/**
 * Lets the other system in, and nobody else: first by its event key, before the body is read, then by the
 * signature over the raw bytes, before they are parsed.
 * @returns the signed id and the body
 * @throws Refusal EVENT_KEY_INVALID, SIGNATURE_INVALID
 * @source ADM-10; docs/decisions/0080-event-keys.md
 */
export async function admitPeer(secrets: SecretStore, direction: Direction, raw: IncomingMessage, now: Date): Promise<{ id: string; body: Buffer }> {
  const active = await secrets.active(direction);
  if (active.secrets.length === 0)
    throw new Refusal('SIGNATURE_INVALID', 401, {
      en: `This node has no secret for what comes from ${direction.source}.`,
      tr: `Bu düğümde ${direction.source} sisteminden gelenler için anahtar yok.`,
    });
  const keyId = fittingKey(active.keys, active.firstKeyAt, raw.headers[KEY_HEADER], now);
  const body = await readBody(raw);
  const { id, secretIndex } = verify(
    active.secrets.map(({ secret }) => secret),
    raw.headers,
    body,
    now,
  );
  secrets.noteUsed(active.secrets[secretIndex]?.id as string);
  if (keyId !== null) secrets.noteUsed(keyId);
  return { id, body };
}
