import { bindGate, type RowName } from '@selvedge/kernel/gate/binding.ts';
import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { gates } from '@selvedge/rules/index.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { isHidden } from '../pricing/visible-to-sales.ts';

interface Row extends Record<string, unknown> {
  deal: string;
  label: string;
  uom_allowed: boolean;
  has_price: boolean;
  price_hidden: boolean;
}

/** deal-submit, judged for a deal. */
export const dealSubmit = bindGate({
  gate: gates['deal-submit'].gate,
  table: 'crm_deal',
  described: { label: 't.code', amount: 't.gross_amount', currency: 't.currency' },
  loadFacts: async (tx, deals: readonly RowName[], now) => {
    const ids = deals.map((deal) => deal.id);
    const [orgs, lines] = await allOrFirstError([
      tx.query<{ id: string; stale_days: number }>(
        'select id, price_stale_days as stale_days from core_org where id in (select org from crm_deal where id = any ($1::uuid[]))',
        [ids],
      ),
      tx.query<Row>(
        `select l.deal, l.position || ' ' || i.code as label, i.allowed_uoms::jsonb ? l.uom as uom_allowed, p.id is not null as has_price, coalesce(${isHidden('$2')}, false) as price_hidden
       from crm_deal d join crm_deal_line l on l.deal = d.id join core_org o on o.id = l.org join crm_catalog_item i on i.id = l.catalog_item
       left join crm_list_price p on p.org = l.org and p.catalog_item = l.catalog_item and p.currency = d.currency
       left join crm_stock_by_quality s on s.org = l.org and s.catalog_item = l.catalog_item
       where d.id = any ($1::uuid[]) and l.status = 'open' order by l.position`,
        [ids, now],
      ),
    ]);
    const staleDays = new Map(orgs.map((org) => [org.id, org.stale_days]));
    return (deal: RowFor<'crm_deal'>) => {
      const own = lines.filter((line) => line.deal === deal.id);
      const labels = (isOne: (line: Row) => boolean) => own.filter(isOne).map((line) => line.label);
      const foreignUom = labels((line) => !line.uom_allowed);
      const withoutPrice = labels((line) => !line.has_price);
      const stale = labels((line) => line.price_hidden);
      return {
        lineCount: own.length,
        linesWithForeignUomCount: foreignUom.length,
        linesWithForeignUom: foreignUom,
        linesWithoutPriceCount: withoutPrice.length,
        linesWithoutPrice: withoutPrice,
        linesWithStalePriceCount: stale.length,
        linesWithStalePrice: stale,
        // An org that is not seen gives no days, and its deal is refused as unreadable.
        priceStaleDays: staleDays.get(deal.org) as number,
      };
    };
  },
});
