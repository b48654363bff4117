import type { Tx } from '../database/transaction.ts';

/**
 * Deletes the oldest decisions whose time is over: refusals after two years, what was allowed after
 * ten, never one with an override. The database itself holds to these spans (0051-decision-retention.sql).
 * @param atMost rows of either kind, so that no transaction is long
 * @returns how many it deleted
 */
export async function forgetDecisions(tx: Tx, atMost: number): Promise<number> {
  return (await tx.one<{ forgotten: number }>('select app.forget_decisions($1) as forgotten', [atMost])).forgotten;
}
