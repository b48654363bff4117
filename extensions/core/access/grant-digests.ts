/**
 * SQL of the digests of grants that one node told the other, the same on both: a grant is the word of
 * the warehouse's node once that one told of it, else of CRM's. People are compared by e-mail, for each
 * node has users of its own, and moments to the millisecond, as events carry them.
 * @source docs/decisions/0024-roles-travel-between-nodes.md, 0030-drift-by-digests.md
 */
const wasTold = (source: string, entity: string) => `
  (exists (select 1 from kernel.event_sequence s where s.source = '${source}' and s.entity = '${entity}' and s.entity_id = g.id::text)
   or exists (select 1 from kernel.inbox_cursor c where c.source = '${source}' and c.entity = '${entity}' and c.entity_id = g.id::text))`;
const WAREHOUSE_TOLD = wasTold('wms', 'warehouse_grant');
const moment = (column: string) => `coalesce(extract(epoch from date_trunc('milliseconds', ${column}))::text, '-')`;

const digests = (condition: string) => `
  select g.id::text as entity_id, o.code as org_code,
    md5(concat_ws('|', lower(u.email), g.role, ${moment('g.starts_at')}, ${moment('g.expires_at')}, g.extra_keys::jsonb, coalesce(lower(l.email), '-'))) as digest
  from core_org_grant g
  join core_org o on o.id = g.org
  join directus_users u on u.id = g."user"
  left join directus_users l on l.id = g.on_behalf_of
  where ${condition}`;

export const GRANTS_OF_CRM = digests(`${wasTold('crm', 'grant')} and not ${WAREHOUSE_TOLD}`);
export const GRANTS_OF_WMS = digests(WAREHOUSE_TOLD);
