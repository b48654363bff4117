import { createHash } from 'node:crypto';
import { withClient } from '@selvedge/directus/launch/postgres-roles.ts';

/** What the demo data of a fresh database holds. */
export interface Season {
  readonly orgs: readonly string[];
  /** Businesses, each once however many orgs sell to it. */
  readonly customers: number;
  readonly qualities: number;
  readonly rolls: number;
  /** Deals by where they stand: the stage of the PO, or the deal's own status before and after it has one. */
  readonly perStage: Readonly<Record<string, number>>;
  /** Of everything in it that does not come from the clock or from a random code. */
  readonly digest: string;
}

const DEALS = `
  select o.code as org, p.name as customer, d.currency, d.status, coalesce(po.stage, d.status) as stage, d.gross_amount::text as amount,
    (select string_agg(i.code || ' ' || l.qty || ' ' || l.uom || ' ' || l.unit_price, ', ' order by l.position)
      from crm_deal_line l join crm_catalog_item i on i.id = l.catalog_item where l.deal = d.id) as lines
  from crm_deal d
  join core_org o on o.id = d.org
  join crm_customer_profile p on p.id = d.profile
  left join crm_purchase_order po on po.deal = d.id
  order by 1, 2, 6, 7, 5, 4`;

/** @param ownerUrl connection of the role that owns the schema of a database that holds both systems */
export const seasonOf = (ownerUrl: string): Promise<Season> =>
  withClient(ownerUrl, async (client) => {
    await client.query(`select set_config('app.user_id', 'system', false)`);
    const count = async (table: string) => Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
    const orgs = await client.query<{ code: string }>('select code from core_org order by code');
    const rolls = await client.query(`select o.code as org, r.code, r.on_hand_meters::text from wms_roll r join core_org o on o.id = r.org order by 1, 2`);
    const deals = await client.query<{ stage: string }>(DEALS);
    const perStage: Record<string, number> = {};
    for (const { stage } of deals.rows) perStage[stage] = (perStage[stage] ?? 0) + 1;
    return {
      orgs: orgs.rows.map(({ code }) => code),
      customers: await count('crm_customer'),
      qualities: await count('wms_quality'),
      rolls: rolls.rows.length,
      perStage,
      digest: createHash('sha256')
        .update(JSON.stringify([deals.rows, rolls.rows]))
        .digest('hex'),
    };
  });
