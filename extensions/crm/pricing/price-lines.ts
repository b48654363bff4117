import { invalidInput, type InputProblem } from '@selvedge/kernel/errors.ts';
import { compare, grossAmount } from '@selvedge/kernel/money.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import type { DealLineInput } from '../input.ts';
import { isHidden } from './visible-to-sales.ts';

interface ItemRow extends Record<string, unknown> {
  id: string;
  code: string;
  allowed_uoms: string[];
  active: boolean;
  price: string | null;
  currency: string | null;
  confirmed_at: Date | null;
  hidden: boolean;
}

const loadItems = (tx: Tx, orgId: string, currency: string, itemIds: readonly string[], now: Date) =>
  tx.query<ItemRow>(
    `select i.id, i.code, i.allowed_uoms, i.active, p.price, p.currency, p.confirmed_at, coalesce(${isHidden('$4')}, false) as hidden
     from crm_catalog_item i join core_org o on o.id = $1
     left join crm_list_price p on p.catalog_item = i.id and p.org = o.id and p.currency = $2
     left join crm_stock_by_quality s on s.catalog_item = i.id and s.org = o.id
     where i.id = any ($3::uuid[])`,
    [orgId, currency, itemIds, now],
  );

/**
 * Prices the lines of a deal against the list: at or above it is approved, below waits for approval.
 * A quality that sales does not see (no list price, or in stock with a stale one) answers as unknown
 * (J22, J23); who may reconfirm the price is told so.
 * @param reconfirms whether the person may reconfirm prices
 * @throws Refusal INVALID_INPUT naming line, field, value and remedy
 */
export async function priceLines(tx: Tx, orgId: string, currency: string, lines: readonly DealLineInput[], now: Date, reconfirms: boolean) {
  const items = new Map((await loadItems(tx, orgId, currency, [...new Set(lines.map((line) => line.item))], now)).map((item) => [item.id, item]));
  const problems: InputProblem[] = [];
  const priced = lines.map((line, index) => {
    const item = items.get(line.item);
    if (item?.hidden && reconfirms) {
      problems.push({
        path: `lines.${index}.item`,
        message: `Line ${index + 1}: the ${currency} list price of ${item.code} is stale while it is in stock; reconfirm it first.`,
      });
    } else if (!item?.active || item.price === null || item.hidden) {
      problems.push({ path: `lines.${index}.item`, message: `Line ${index + 1}: no such quality with a ${currency} list price; choose one from the catalog.` });
    } else if (!item.allowed_uoms.includes(line.uom)) {
      problems.push({
        path: `lines.${index}.uom`,
        message: `Line ${index + 1}: ${item.code} is sold by the ${item.allowed_uoms.join(' or ')}, not by the ${line.uom}.`,
      });
    }
    return {
      catalog_item: line.item,
      position: index + 1,
      uom: line.uom,
      qty: line.qty,
      unit_price: line.unitPrice,
      vat_rate: line.vatRate,
      gross_amount: grossAmount(line.qty, line.unitPrice, line.vatRate),
      pricing_state: item?.price && compare(line.unitPrice, item.price) >= 0 ? ('approved' as const) : ('needs_approval' as const),
      price_snapshot: item?.price
        ? {
            listPrice: item.price,
            listCurrency: currency,
            confirmedAt: item.confirmed_at?.toISOString() ?? '',
            unitPrice: line.unitPrice,
            takenAt: now.toISOString(),
          }
        : null,
      carrier_wish: line.carrierWish ?? null,
    };
  });
  if (problems.length > 0) throw invalidInput(problems);
  return priced;
}
