import type { Row, Tx } from '../database/transaction.ts';

/** Minutes after which an event that did not arrive is more than a hiccup. */
export const BACKLOG_MINUTES = 5;

/** A direction in which the events of one org, or those of the whole group (`*`), have not arrived for too long. */
export interface Backlog extends Row {
  readonly source: string;
  readonly target: string;
  readonly org_code: string;
  readonly since: Date;
}

/** Ends the incidents whose backlog is gone: the next one is told of anew. */
const closeEnded = (tx: Tx, now: Date) =>
  tx.query(
    `update kernel.backlog_incident i set ended_at = $1 where i.ended_at is null and not exists (
       select 1 from kernel.outbox o where o.source = i.source and o.target = i.target and o.org_code = i.org_code and o.status = 'pending' and o.occurred_at < $1::timestamptz - make_interval(mins => ${BACKLOG_MINUTES}))`,
    [now],
  );

/** Backlogs that nobody was told of, each locked as an incident until the transaction ends. */
export async function takeUntoldBacklogs(tx: Tx, now: Date): Promise<Backlog[]> {
  await closeEnded(tx, now);
  const open = await tx.query<Backlog>(
    `select source, target, org_code, min(occurred_at) as since from kernel.outbox
     where status = 'pending' and occurred_at < $1::timestamptz - make_interval(mins => ${BACKLOG_MINUTES}) group by source, target, org_code order by 1, 2, 3`,
    [now],
  );
  const untold: Backlog[] = [];
  for (const backlog of open) {
    await tx.query(
      `insert into kernel.backlog_incident (source, target, org_code, began_at) values ($1, $2, $3, $4) on conflict (source, target, org_code) where ended_at is null do nothing`,
      [backlog.source, backlog.target, backlog.org_code, backlog.since],
    );
    const incident = await tx.maybe(
      'select 1 from kernel.backlog_incident where source = $1 and target = $2 and org_code = $3 and ended_at is null and told_at is null for update skip locked',
      [backlog.source, backlog.target, backlog.org_code],
    );
    if (incident) untold.push(backlog);
  }
  return untold;
}

/** Notes that people know of these: an incident is told of once. */
export async function noteBacklogsTold(tx: Tx, backlogs: readonly Backlog[], now: Date): Promise<void> {
  for (const { source, target, org_code: org } of backlogs)
    await tx.query('update kernel.backlog_incident set told_at = $4 where source = $1 and target = $2 and org_code = $3 and ended_at is null', [
      source,
      target,
      org,
      now,
    ]);
}
