import { bindGate } from '@selvedge/kernel/gate/binding.ts';
import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { gates } from '@selvedge/rules/index.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { isHidden } from '../pricing/visible-to-sales.ts';

interface Row extends Record<string, unknown> {
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
  loadFacts: async (tx, deal: RowFor<'crm_deal'> & Record<string, unknown>, now) => {
    const [{ stale_days: priceStaleDays }, lines] = await allOrFirstError([
      tx.one<{ stale_days: number }>('select price_stale_days as stale_days from core_org where id = $1', [deal.org]),
      tx.query<Row>(
        `select l.position || ' ' || i.code as label, i.allowed_uoms::jsonb ? l.uom as uom_allowed, p.id is not null as has_price, coalesce(${isHidden('$3')}, false) as price_hidden
       from crm_deal_line l join core_org o on o.id = l.org join crm_catalog_item i on i.id = l.catalog_item
       left join crm_list_price p on p.org = l.org and p.catalog_item = l.catalog_item and p.currency = $2
       left join crm_stock_by_quality s on s.org = l.org and s.catalog_item = l.catalog_item
       where l.deal = $1 and l.status = 'open' order by l.position`,
        [deal.id, deal.currency, now],
      ),
    ]);
    const labels = (isOne: (line: Row) => boolean) => lines.filter(isOne).map((line) => line.label);
    const foreignUom = labels((line) => !line.uom_allowed);
    const withoutPrice = labels((line) => !line.has_price);
    const stale = labels((line) => line.price_hidden);
    return {
      lineCount: lines.length,
      linesWithForeignUomCount: foreignUom.length,
      linesWithForeignUom: foreignUom,
      linesWithoutPriceCount: withoutPrice.length,
      linesWithoutPrice: withoutPrice,
      linesWithStalePriceCount: stale.length,
      linesWithStalePrice: stale,
      priceStaleDays,
    };
  },
});
