import { allOrFirstError, inTransaction, type Tx } from '../database/transaction.ts';
import type { Runtime } from '../http/context.ts';
import { openRequest, type Identity } from './identity.ts';
import type { VerifiedToken } from './token.ts';

/** People remembered per node. */
const MAX_REMEMBERED = 5_000;

/** Who people were at their last read, by user and session. Only ever a guess to begin with. */
const remembered = new Map<string, Identity>();

function remember(key: string, identity: Identity): void {
  remembered.delete(key);
  remembered.set(key, identity);
  const [oldest] = remembered.keys();
  if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}

/** The person is no longer who they were taken for. */
class Changed extends Error {}

/**
 * Reads as the person behind a token. Who that is, is asked of the database at every read; but the
 * reading itself is sent along at once, for whoever the person was last time. Its answer counts only
 * if nothing about the person changed since; else it is thrown away and read again. Row security goes
 * by what the database just found, in either case.
 * @throws Refusal UNAUTHENTICATED when the session ended or the user is not active
 */
export async function readAs<T>(runtime: Runtime, { userId, session }: VerifiedToken, read: (tx: Tx, identity: Identity) => Promise<T>): Promise<T> {
  const key = `${userId} ${session ?? ''}`;
  const attempt = (guess: Identity | undefined) =>
    inTransaction(
      runtime.pool,
      { kind: 'user', userId },
      async (tx) => {
        const asked = openRequest(tx, userId, session, runtime.keysOfRole, guess);
        if (guess === undefined) {
          const identity = await asked;
          remember(key, identity);
          return read(tx, identity);
        }
        const confirmed = asked.then((identity) => {
          if (identity !== guess) throw new Changed();
        });
        // The first error counts: what a stale guess was refused, nobody is told.
        const [, answer] = await allOrFirstError([confirmed, read(tx, guess)]);
        return answer;
      },
      'read',
    );
  const guess = remembered.get(key);
  if (guess === undefined) return attempt(undefined);
  try {
    return await attempt(guess);
  } catch (error) {
    if (!(error instanceof Changed)) throw error;
    return attempt(undefined);
  }
}
