import { bindGate, rowOf, type RowName } from '@selvedge/kernel/gate/binding.ts';
import { gates } from '@selvedge/rules/index.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { lineFactsOf, type LinePricingFacts } from '../pricing/line-facts.ts';

interface Row extends Record<string, unknown> {
  id: string;
  currency: LinePricingFacts['currency'];
  list_price: string | null;
  list_currency: LinePricingFacts['currency'] | null;
  confirmed_at: Date | null;
  stale_days: number;
  allowed_discount: string;
  request: LinePricingFacts['request'] | null;
}

/** line-pricing, judged for a line of a deal: against the list in the deal's currency, else against the list in whichever there is. */
export const linePricing = bindGate({
  gate: gates['line-pricing'].gate,
  table: 'crm_deal_line',
  described: {
    label: `(select d.code || ' ' || t.position from crm_deal d where d.id = t.deal)`,
    amount: 't.gross_amount',
    currency: '(select d.currency from crm_deal d where d.id = t.deal)',
  },
  loadFacts: async (tx, lines: readonly RowName[], now) => {
    const rows = await tx.query<Row>(
      `select l.id, d.currency, p.price as list_price, p.currency as list_currency, p.confirmed_at, o.price_stale_days as stale_days,
              o.allowed_discount_percent as allowed_discount, r.status as request
       from crm_deal_line l join crm_deal d on d.id = l.deal join core_org o on o.id = l.org
       left join lateral (select p.price, p.currency, p.confirmed_at from crm_list_price p where p.org = l.org and p.catalog_item = l.catalog_item
                          order by p.currency = d.currency desc, p.currency limit 1) p on true
       left join lateral (select r.status from crm_price_request r where r.deal_line = l.id and r.status <> 'lapsed' order by r.created_at desc limit 1) r on true
       where l.id = any ($1::uuid[])`,
      [lines.map((line) => line.id)],
    );
    const byLine = new Map(rows.map((row) => [row.id, row]));
    return (line: RowFor<'crm_deal_line'>) => {
      const row = rowOf(byLine, line.id);
      return lineFactsOf(
        {
          unitPrice: line.unit_price,
          currency: row.currency,
          listPrice: row.list_price,
          listCurrency: row.list_currency,
          confirmedAt: row.confirmed_at,
          staleDays: row.stale_days,
          allowedDiscountPercent: row.allowed_discount,
          request: row.request ?? 'none',
        },
        now,
      );
    };
  },
});
