import { defineCollection } from '../collection.ts';
import { choice, identifier, integer, money, optional, percent, quantity, reference, text, timestamp, unitPrice } from '../fields.ts';
import { CURRENCY_CODES, UOMS } from '../units.ts';

export const PRICE_REQUEST_KINDS = ['discount', 'currency', 'stale'] as const;
export const PRICE_REQUEST_STATUSES = ['pending', 'approved', 'rejected', 'lapsed'] as const;

export const priceRequest = defineCollection({
  name: 'crm_price_request',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Price requests', tr: 'Fiyat talepleri' },
  icon: 'price_change',
  display: '{{deal.code}} · {{position}} · {{status}}',
  note: {
    en: 'A price that sales may not give unasked, as it stood when it was asked for. Decided once, by other hands.',
    tr: 'Satışın sormadan veremeyeceği fiyat, istendiği andaki haliyle. Bir kez, başka biri tarafından karara bağlanır.',
  },
  fields: {
    deal: reference('crm_deal', { en: 'Deal', tr: 'Anlaşma' }, { indexed: false }),
    // No foreign key: lines are replaced when they change, and the request stays to be read.
    deal_line: identifier({ en: 'Line', tr: 'Satır' }),
    position: integer({ en: 'Position', tr: 'Sıra' }),
    catalog_item: reference('crm_catalog_item', { en: 'Quality', tr: 'Kalite' }),
    kind: choice({ en: 'Exception', tr: 'İstisna' }, PRICE_REQUEST_KINDS),
    uom: choice({ en: 'Unit', tr: 'Birim' }, UOMS),
    qty: quantity({ en: 'Quantity', tr: 'Miktar' }),
    unit_price: unitPrice({ en: 'Price asked for', tr: 'İstenen fiyat' }),
    currency: choice({ en: 'Currency', tr: 'Para birimi' }, CURRENCY_CODES),
    list_price: optional(unitPrice({ en: 'List price', tr: 'Liste fiyatı' })),
    list_currency: optional(choice({ en: 'Currency of the list price', tr: 'Liste fiyatının para birimi' }, CURRENCY_CODES)),
    discount_percent: percent({ en: 'Discount %', tr: 'İskonto %' }, { default: '0' }),
    gross_amount: money({ en: 'Gross amount', tr: 'KDV dahil tutar' }),
    reason: text({ en: 'Why it is asked for', tr: 'Neden isteniyor' }),
    status: choice({ en: 'Status', tr: 'Durum' }, PRICE_REQUEST_STATUSES, { default: 'pending' }),
    requested_by: optional(reference('directus_users', { en: 'Asked by', tr: 'İsteyen' })),
    decided_by: optional(reference('directus_users', { en: 'Decided by', tr: 'Karar veren' })),
    decided_at: optional(timestamp({ en: 'Decided at', tr: 'Karar zamanı' })),
    note: optional(text({ en: 'Note on the decision', tr: 'Karar notu' })),
    lapsed_at: optional(timestamp({ en: 'Lapsed at', tr: 'Geçerliliğini yitirme' })),
  },
});
