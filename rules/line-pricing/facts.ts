import { z } from 'zod';
import { amount, days, instantOrNothing, judgingInstant, oneOf, quantity } from '../fact-kinds.ts';
import { CURRENCY, NONE, NOT_YET, PRICE_REQUEST } from '../status-words.ts';

/**
 * What the price of a deal line is judged by; prices are per unit, without VAT.
 * Source: crm_deal_line, crm_deal, crm_list_price, core_org, the newest request for the line.
 */
export const linePricingFacts = z.object({
  unitPrice: amount({ en: 'Price of the line', tr: 'Satırın fiyatı' }).describe('crm_deal_line.unit_price, in the currency of the deal'),
  currency: oneOf({ en: 'Currency', tr: 'Para birimi' }, CURRENCY).describe('crm_deal.currency'),
  listPrice: amount({ en: 'List price', tr: 'Liste fiyatı' }, { nothing: NONE }).nullable().describe('crm_list_price.price, in listCurrency; null when none'),
  listCurrency: oneOf({ en: 'Currency of the list price', tr: 'Liste fiyatının para birimi' }, CURRENCY, NONE)
    .nullable()
    .describe('crm_list_price.currency; null when there is no list price'),
  allowedDiscountPercent: quantity({ en: 'Discount allowed (%)', tr: 'İzin verilen iskonto (%)' }).describe(
    'what sales may give unasked, in percent of the list price',
  ),
  floorPrice: amount({ en: 'Lowest price without approval', tr: 'Onaysız en düşük fiyat' }, { nothing: NONE })
    .nullable()
    .describe('listPrice less allowedDiscountPercent, in listCurrency; null when there is no list price'),
  priceConfirmedAt: instantOrNothing({ en: 'List price confirmed at', tr: 'Liste fiyatının teyidi' }, NOT_YET).describe('crm_list_price.confirmed_at, ISO'),
  priceStaleDays: days({ en: 'List prices hold for (days)', tr: 'Liste fiyatının geçerliliği (gün)' }).describe('core_org.price_stale_days'),
  request: oneOf({ en: 'Price request', tr: 'Fiyat talebi' }, PRICE_REQUEST).describe('newest request for this price of the line; a lapsed one counts as none'),
  judgedAt: judgingInstant().describe('when it is judged, ISO'),
});
