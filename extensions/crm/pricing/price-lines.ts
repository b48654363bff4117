import { invalidInput, type InputProblem } from '@selvedge/kernel/errors.ts';
import { grossAmount } from '@selvedge/kernel/money.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import type { PriceSnapshot } from '@selvedge/directus/model/crm/deals.ts';
import { UOM_TR, type Uom } from '@selvedge/directus/model/units.ts';
import type { DealLineInput } from '../input.ts';
import { lineFactsOf, type LinePricingFacts } from './line-facts.ts';
import { isHidden } from './visible-to-sales.ts';

export interface ItemRow extends Record<string, unknown> {
  id: string;
  code: string;
  allowed_uoms: string[];
  active: boolean;
  price: string | null;
  currency: Currency | null;
  confirmed_at: Date | null;
  hidden: boolean;
  stale_days: number;
  allowed_discount: string;
}

type Currency = LinePricingFacts['currency'];

/** A line of a deal as it is to be written, and what its price is judged by. */
export interface PricedLine {
  readonly row: {
    readonly catalog_item: string;
    readonly position: number;
    readonly uom: Uom;
    readonly qty: string;
    readonly unit_price: string;
    readonly vat_rate: string;
    readonly gross_amount: string;
    readonly price_snapshot: PriceSnapshot | null;
    readonly carrier_wish: string | null;
  };
  readonly facts: LinePricingFacts;
}

/** The qualities that lines ask for, with their list price in a currency. */
export const loadItems = (tx: Tx, orgId: string, currency: string, lines: readonly DealLineInput[], now: Date) =>
  tx.query<ItemRow>(
    `select i.id, i.code, i.allowed_uoms, i.active, p.price, p.currency, p.confirmed_at, coalesce(${isHidden('$4')}, false) as hidden,
       o.price_stale_days as stale_days, o.allowed_discount_percent as allowed_discount
     from crm_catalog_item i join core_org o on o.id = $1
     left join crm_list_price p on p.catalog_item = i.id and p.org = o.id and p.currency = $2
     left join crm_stock_by_quality s on s.catalog_item = i.id and s.org = o.id
     where i.id = any ($3::uuid[])`,
    [orgId, currency, [...new Set(lines.map((line) => line.item))], now],
  );

/**
 * Prices the lines of a deal against the list, each with the facts that the gate line-pricing judges it by.
 * A quality that sales does not see (no list price, or in stock with a stale one) answers as unknown
 * (J22, J23); who may reconfirm the price is told so.
 * @param loaded what `loadItems` read for these lines
 * @param reconfirms whether the person may reconfirm prices
 * @throws Refusal INVALID_INPUT naming line, field, value and remedy
 */
export function priceLines(loaded: readonly ItemRow[], currency: Currency, lines: readonly DealLineInput[], now: Date, reconfirms: boolean): PricedLine[] {
  const items = new Map(loaded.map((item) => [item.id, item]));
  const problems: InputProblem[] = [];
  const priced = lines.map((line, index) => {
    const item = items.get(line.item);
    const at = `lines.${index}`;
    const where = { en: `Line ${index + 1}`, tr: `${index + 1}. satır` };
    if (item?.hidden && reconfirms) {
      problems.push({
        path: `${at}.item`,
        message: `${where.en}: the ${currency} list price of ${item.code} is stale while it is in stock; reconfirm it first.`,
        messageTr: `${where.tr}: ${item.code} stokta ve ${currency} liste fiyatı bayat; önce fiyatı teyit edin.`,
      });
    } else if (!item?.active || item.price === null || item.hidden) {
      problems.push({
        path: `${at}.item`,
        message: `${where.en}: no such quality with a ${currency} list price; choose one from the catalog.`,
        messageTr: `${where.tr}: ${currency} liste fiyatı olan böyle bir kalite yok; katalogdan seçin.`,
      });
    } else if (!item.allowed_uoms.includes(line.uom)) {
      problems.push({
        path: `${at}.uom`,
        message: `${where.en}: ${item.code} is sold by the ${item.allowed_uoms.join(' or ')}, not by the ${line.uom}.`,
        messageTr: `${where.tr}: ${item.code} ${item.allowed_uoms.map((uom) => UOM_TR[uom as Uom]).join(' veya ')} ile satılır, ${UOM_TR[line.uom]} ile değil.`,
      });
    }
    const row = {
      catalog_item: line.item,
      position: index + 1,
      uom: line.uom,
      qty: line.qty,
      unit_price: line.unitPrice,
      vat_rate: line.vatRate,
      gross_amount: grossAmount(line.qty, line.unitPrice, line.vatRate),
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
    const facts = lineFactsOf(
      {
        unitPrice: line.unitPrice,
        currency,
        listPrice: item?.price ?? null,
        listCurrency: item?.currency ?? null,
        confirmedAt: item?.confirmed_at ?? null,
        staleDays: item?.stale_days ?? 1,
        allowedDiscountPercent: item?.allowed_discount ?? '0',
        request: 'none',
      },
      now,
    );
    return { row, facts };
  });
  if (problems.length > 0) throw invalidInput(problems);
  return priced;
}
