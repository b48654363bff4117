import { orgUpdated } from '@selvedge/contract/events/org-updated.ts';
import { consume } from '@selvedge/kernel/inbox/consumer.ts';

/** CRM owns the organisations; where WMS has a database of its own, this keeps its copy in step. */
export const onOrgUpdated = consume(orgUpdated, async ({ tx, changed }, { data }) => {
  const row = await tx.one<{ id: string }>(
    `insert into core_org (code, name, currency, time_zone, active) values ($1, $2, $3, $4, $5)
     on conflict (code) do update set name = excluded.name, currency = excluded.currency, time_zone = excluded.time_zone, active = excluded.active returning id`,
    [data.code, data.name, data.currency, data.time_zone, data.active],
  );
  changed('core_org', row.id, { after: data });
});
