import { z } from 'zod';
import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import { BACKLOG_MINUTES } from '@selvedge/kernel/delivery/backlog.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { ofOrgs, orgsWithKey } from './orgs-with-key.ts';

const OPERATE_KEY = 'events:replay';

interface Directed extends Row {
  source: string;
  target: string;
}

/** Milliseconds from the moment something happened until the other side had it. */
const LAG = `(extract(epoch from delivered_at - occurred_at) * 1000)::int`;

const backlogs = (tx: Tx, orgIds: readonly string[]) =>
  tx.query<Directed>(
    `select source, target, count(*) filter (where status = 'pending') as pending, count(*) filter (where status = 'dead') as dead,
       min(occurred_at) filter (where status = 'pending') as "oldestPendingAt"
     from kernel.outbox where status <> 'delivered' and ${ofOrgs('$1')} group by source, target`,
    [orgIds],
  );

const held = (tx: Tx, orgIds: readonly string[]) =>
  tx.query<Directed>(
    `select source, target, count(*) filter (where status = 'waiting') as waiting, count(*) filter (where status = 'parked') as parked, min(received_at) as "oldestHeldAt"
     from kernel.inbox where status in ('waiting', 'parked') and ${ofOrgs('$1')} group by source, target`,
    [orgIds],
  );

const lags = (tx: Tx, orgIds: readonly string[], now: Date) =>
  tx.query<Directed>(
    `select source, target, count(*) as "sentLastHour", percentile_disc(0.5) within group (order by ${LAG}) filter (where delivered_at is not null) as "lagP50Ms",
       percentile_disc(0.95) within group (order by ${LAG}) filter (where delivered_at is not null) as "lagP95Ms"
     from kernel.outbox where occurred_at > $2::timestamptz - interval '1 hour' and ${ofOrgs('$1')} group by source, target`,
    [orgIds, now],
  );

/** Events per minute or hour and how long they took, oldest first; a slot without an event is left out. */
const series = (tx: Tx, orgIds: readonly string[], now: Date, slot: 'minute' | 'hour', span: string) =>
  tx.query<Directed>(
    `select source, target, date_trunc('${slot}', occurred_at) as at, count(*) as events,
       percentile_disc(0.5) within group (order by ${LAG}) filter (where delivered_at is not null) as "lagP50Ms",
       percentile_disc(0.95) within group (order by ${LAG}) filter (where delivered_at is not null) as "lagP95Ms"
     from kernel.outbox where occurred_at > $2::timestamptz - $3::interval and ${ofOrgs('$1')} group by 1, 2, 3 order by 3`,
    [orgIds, now, span],
  );

/** What one end of a direction knows; the node that hosts the other end knows the rest. */
const NOTHING_SENT = { pending: 0, dead: 0, oldestPendingAt: null, sentLastHour: 0, lagP50Ms: null, lagP95Ms: null };
const NOTHING_HELD = { waiting: 0, parked: 0, oldestHeldAt: null };

/** How the traffic between the systems goes, per direction: what is open, how old it is, how fast the rest went. */
export const integration = defineView({
  name: 'integration',
  system: 'core',
  title: { en: 'Integration', tr: 'Entegrasyon' },
  query: z.object({}),
  run: async (context) => {
    const orgIds = orgsWithKey(context, OPERATE_KEY);
    const { tx, now, node } = context;
    const [open, stuck, lag, minutes, hours] = await Promise.all([
      backlogs(tx, orgIds),
      held(tx, orgIds),
      lags(tx, orgIds, now),
      series(tx, orgIds, now, 'minute', '1 hour'),
      series(tx, orgIds, now, 'hour', '1 day'),
    ]);
    const data = node.directions.map(({ source, target }) => {
      const own = <R extends Directed>(rows: R[]) =>
        rows.filter((row) => row.source === source && row.target === target).map(({ source: _source, target: _target, ...rest }) => rest);
      return {
        source,
        target,
        sends: node.inboxes.has(source),
        receives: node.inboxes.has(target),
        ...NOTHING_SENT,
        ...NOTHING_HELD,
        ...own(open)[0],
        ...own(lag)[0],
        ...own(stuck)[0],
        perMinute: own(minutes),
        perHour: own(hours),
      };
    });
    return { data };
  },
});

/** What of the traffic needs an administrator now, for the banner and the count beside the page. */
export const integrationAlert = defineView({
  name: 'integration-alert',
  system: 'core',
  title: { en: 'Integration alert', tr: 'Entegrasyon uyarısı' },
  query: z.object({}),
  run: async (context) => {
    const orgIds = orgsWithKey(context, OPERATE_KEY);
    const row = await context.tx.one(
      `select (select count(*) from kernel.outbox where status = 'dead' and ${ofOrgs('$1')}) as dead,
         (select count(*) from kernel.inbox where status = 'parked' and ${ofOrgs('$1')}) as parked,
         (select min(occurred_at) from kernel.outbox where status = 'pending' and occurred_at < $2::timestamptz - make_interval(mins => ${BACKLOG_MINUTES}) and ${ofOrgs('$1')}) as "backlogSince"`,
      [orgIds, context.now],
    );
    return { data: [{ ...row, contractDiffersAt: context.node.contractDiffersAt() }] };
  },
});

/** The kinds of events that are held, for whoever acts on a range of them. */
export const heldTypes = defineView({
  name: 'held-types',
  system: 'core',
  title: { en: 'Kinds of held events', tr: 'Bekletilen olay türleri' },
  query: z.object({}),
  run: async (context) => {
    const orgIds = orgsWithKey(context, OPERATE_KEY);
    const data = await context.tx.query(
      `select type, count(*) as count from (
         select type from kernel.outbox where status = 'dead' and ${ofOrgs('$1')}
         union all select type from kernel.inbox where status in ('waiting', 'parked') and ${ofOrgs('$1')}) held group by type order by type`,
      [orgIds],
    );
    return { data };
  },
});
