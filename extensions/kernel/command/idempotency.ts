import { createHash } from 'node:crypto';
import type { Tx } from '../database/transaction.ts';
import { conflict, invalidInput } from '../errors.ts';

const KEY = /^[\x21-\x7e]{8,200}$/;

/** @throws Refusal INVALID_INPUT when the header is missing or unusable */
export function parseIdempotencyKey(header: string | string[] | undefined): string {
  const key = Array.isArray(header) ? header[0] : header;
  if (key === undefined || !KEY.test(key)) {
    throw invalidInput([
      {
        path: 'Idempotency-Key',
        message: `is ${key === undefined ? 'missing' : `"${key}"`}; send 8 to 200 printable characters, a fresh UUID per intended effect.`,
        messageTr: `${key === undefined ? 'eksik' : `"${key}" olamaz`}; her istek için yeni bir UUID, 8–200 yazdırılabilir karakter gönderin.`,
      },
    ]);
  }
  return key;
}

const hashInput = (command: string, body: unknown) => createHash('sha256').update(command).update('\n').update(JSON.stringify(body)).digest('hex');

/**
 * Claims a key for this transaction. Whoever sends the same key at the same moment waits here for
 * the first to commit, then gets its reply.
 * @returns the first reply when there is one
 * @throws Refusal IDEMPOTENCY_KEY_REUSED when the key was used with another command or body
 */
export async function claimKey(tx: Tx, actor: string, key: string, command: string, body: unknown): Promise<{ reply: unknown } | undefined> {
  const hash = hashInput(command, body);
  const claimed = await tx.query(
    `insert into kernel.idempotency (actor, key, command, input_hash) values ($1, $2, $3, decode($4, 'hex')) on conflict (actor, key) do nothing returning 1 as claimed`,
    [actor, key, command, hash],
  );
  if (claimed.length > 0) return undefined;
  const earlier = await tx.one<{ input_hash: string; response: unknown }>(
    `select encode(input_hash, 'hex') as input_hash, response from kernel.idempotency where actor = $1 and key = $2`,
    [actor, key],
  );
  if (earlier.input_hash !== hash) {
    throw conflict('IDEMPOTENCY_KEY_REUSED', {
      en: 'This Idempotency-Key was used for another request. Use a fresh key for a new intent, and the same body for a retry.',
      tr: 'Bu Idempotency-Key başka bir istekte kullanılmış. Yeni işlem için yeni anahtar, yineleme için aynı içerik gönderin.',
    });
  }
  return { reply: earlier.response };
}

/** Keeps the reply with the effect: both are there or neither is. */
export function keepReply(tx: Tx, actor: string, key: string, reply: unknown): void {
  tx.atCommit('update kernel.idempotency set status = 200, response = $3::json where actor = $1 and key = $2', [actor, key, JSON.stringify(reply)]);
}
