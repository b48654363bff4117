import { conflict } from '../errors.ts';
import type { Tx } from '../database/transaction.ts';

/**
 * Who asked for something cannot decide it, nor can whoever lends them a role or borrows one of theirs.
 * @param requester null where nobody asked: the system made it
 * @throws Refusal OWN_REQUEST
 * @source J17; docs/decisions/0021-lent-roles-and-tuned-keys.md
 */
export async function requireOtherHands(tx: Tx, orgId: string, decider: string, requester: string | null, requestedAt: Date): Promise<void> {
  if (requester === null) return;
  const { same } = await tx.one<{ same: boolean }>('select app.same_hands($1, $2, $3, $4) as same', [orgId, decider, requester, requestedAt]);
  if (same)
    throw conflict('OWN_REQUEST', {
      en: 'Who asked for this cannot decide it, nor can whoever lends them a role or borrows one of theirs; ask another manager.',
      tr: 'Bunu isteyen karar veremez; ona rol devreden ya da onun rolünü ödünç alan da veremez. Başka bir müdürden isteyin.',
    });
}
