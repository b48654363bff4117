import { allOrFirstError, type Tx } from './transaction.ts';

type ActorSettings = { person: string; org: string } & Record<string, unknown>;

const becomes = (tx: Tx, actor: string, org: string) =>
  tx.query(`select set_config('app.user_id', $1, true), set_config('app.system_org', $2, true)`, [actor, org]);

/**
 * Runs work as the system inside somebody's transaction, which goes on as that somebody afterwards.
 * Nothing else may be sent meanwhile: it would run as the system too. What the work throws must end
 * the transaction, for it is not turned back then. What comes back must tell nothing of another org.
 */
export async function asSystem<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const [, was] = await allOrFirstError([
    tx.flush(),
    tx.one<ActorSettings>(`select current_setting('app.user_id') as person, coalesce(current_setting('app.system_org', true), '') as org`),
    becomes(tx, 'system', ''),
  ]);
  const value = await work(tx);
  await allOrFirstError([tx.flush(), becomes(tx, was.person, was.org)]);
  return value;
}
