import { defineCollection } from '../collection.ts';
import {
  boolean,
  choice,
  date,
  identifier,
  integer,
  json,
  longText,
  money,
  optional,
  percent,
  quantity,
  reference,
  text,
  timestamp,
  unitPrice,
} from '../fields.ts';
import { CURRENCY_CODES, UOMS } from '../units.ts';

export const deal = defineCollection({
  name: 'crm_deal',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Deals', tr: 'Anlaşmalar' },
  icon: 'handshake',
  display: '{{code}} · {{status}}',
  note: { en: 'What was agreed with a customer. Changed by commands only.', tr: 'Müşteriyle varılan anlaşma. Yalnız komutlarla değişir.' },
  fields: {
    code: text({ en: 'Code', tr: 'Kod' }, { max: 16, unique: true }),
    profile: reference('crm_customer_profile', { en: 'Customer', tr: 'Müşteri' }),
    status: choice({ en: 'Status', tr: 'Durum' }, ['draft', 'submitted', 'won', 'lost', 'cancelled', 'closed'], { default: 'draft' }),
    currency: choice({ en: 'Currency', tr: 'Para birimi' }, CURRENCY_CODES),
    gross_amount: money({ en: 'Gross amount', tr: 'KDV dahil tutar' }, { default: '0' }),
    credit_blocked: boolean({ en: 'Credit blocked', tr: 'Kredi engeli' }, { default: false }),
    credit_block_reason: optional(text({ en: 'Credit block reason', tr: 'Kredi engeli nedeni' })),
    reservation_state: choice({ en: 'Reservation', tr: 'Rezervasyon' }, ['none', 'requested', 'reserved', 'partial', 'released'], { default: 'none' }),
    owner_user: optional(reference('directus_users', { en: 'Owner', tr: 'Sorumlu' }, { indexed: true })),
    note: optional(longText({ en: 'Note', tr: 'Not' })),
    cancel_reason: optional(text({ en: 'Cancel reason', tr: 'İptal nedeni' })),
    copied_from_deal_id: optional(identifier({ en: 'Copied from', tr: 'Kopyalandığı anlaşma' })),
    version: integer({ en: 'Version', tr: 'Sürüm' }, { default: 1 }),
    submitted_at: optional(timestamp({ en: 'Submitted at', tr: 'Gönderilme' })),
    submitted_by: optional(reference('directus_users', { en: 'Submitted by', tr: 'Gönderen' })),
    changed_after_submit_at: optional(timestamp({ en: 'Changed after submit', tr: 'Gönderim sonrası değişiklik' })),
    won_at: optional(timestamp({ en: 'Won at', tr: 'Kazanılma' })),
    created_by: optional(reference('directus_users', { en: 'Created by', tr: 'Oluşturan' })),
  },
});

/** What a line was priced at when it was sold; never changed afterwards (J38). */
export interface PriceSnapshot {
  readonly listPrice: string;
  readonly listCurrency: string;
  readonly confirmedAt: string;
  readonly unitPrice: string;
  readonly takenAt: string;
}

export const dealLine = defineCollection({
  name: 'crm_deal_line',
  orgScoped: true,
  label: { en: 'Deal lines', tr: 'Anlaşma satırları' },
  icon: 'reorder',
  display: '{{position}} · {{catalog_item.code}}',
  note: { en: 'One quality, quantity and price of a deal.', tr: 'Anlaşmanın bir kalite, miktar ve fiyatı.' },
  fields: {
    deal: reference('crm_deal', { en: 'Deal', tr: 'Anlaşma' }, { indexed: false }),
    purchase_order: optional(reference('crm_purchase_order', { en: 'PO', tr: 'Sipariş' })),
    position: integer({ en: 'Position', tr: 'Sıra' }),
    catalog_item: reference('crm_catalog_item', { en: 'Quality', tr: 'Kalite' }),
    uom: choice({ en: 'Unit', tr: 'Birim' }, UOMS),
    qty: quantity({ en: 'Quantity', tr: 'Miktar' }),
    unit_price: unitPrice({ en: 'Unit price', tr: 'Birim fiyat' }),
    vat_rate: percent({ en: 'VAT %', tr: 'KDV %' }, { default: '10' }),
    gross_amount: money({ en: 'Gross amount', tr: 'KDV dahil tutar' }),
    pricing_state: choice({ en: 'Pricing', tr: 'Fiyat durumu' }, ['needs_approval', 'approved'], { default: 'needs_approval' }),
    price_snapshot: optional(json<PriceSnapshot>({ en: 'Price snapshot', tr: 'Fiyat kaydı' })),
    carrier_wish: optional(text({ en: 'Carrier wish', tr: 'Kargo isteği' })),
    status: choice({ en: 'Status', tr: 'Durum' }, ['open', 'cancelled'], { default: 'open' }),
    blocked: boolean({ en: 'Blocked', tr: 'Engelli' }, { default: false }),
    blocked_reason: optional(text({ en: 'Blocked because', tr: 'Engel nedeni' })),
  },
});

export const PO_STAGES = [
  'needs_allocation_plan',
  'needs_roll_entry',
  'needs_ship_date',
  'needs_payment',
  'needs_approval',
  'released',
  'picking',
  'shipped',
  'delivered',
  'invoiced',
  'closed',
  'cancelled',
] as const;

export const purchaseOrder = defineCollection({
  name: 'crm_purchase_order',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Purchase orders', tr: 'Siparişler' },
  icon: 'receipt_long',
  display: '{{code}} · {{stage}}',
  note: { en: 'What is released to the warehouse. Its stage is derived, never typed.', tr: 'Depoya bırakılan sipariş. Aşaması türetilir, yazılmaz.' },
  fields: {
    code: text({ en: 'Code', tr: 'Kod' }, { max: 16, unique: true }),
    deal: reference('crm_deal', { en: 'Deal', tr: 'Anlaşma' }),
    profile: reference('crm_customer_profile', { en: 'Customer', tr: 'Müşteri' }),
    status: choice({ en: 'Status', tr: 'Durum' }, ['draft', 'released', 'closed', 'cancelled'], { default: 'draft' }),
    stage: choice({ en: 'Stage', tr: 'Aşama' }, PO_STAGES, { default: 'needs_allocation_plan' }),
    stage_since: timestamp({ en: 'In this stage since', tr: 'Aşamaya giriş' }),
    line_count: integer({ en: 'Open lines', tr: 'Açık kalemler' }, { default: 0 }),
    allocated_line_count: integer({ en: 'Lines with their rolls', tr: 'Topları girilmiş kalemler' }, { default: 0 }),
    open_shortage_count: integer({ en: 'Undecided shortages', tr: 'Karar bekleyen eksikler' }, { default: 0 }),
    currency: choice({ en: 'Currency', tr: 'Para birimi' }, CURRENCY_CODES),
    gross_amount: money({ en: 'Gross amount', tr: 'KDV dahil tutar' }),
    ship_date: optional(date({ en: 'Ship date', tr: 'Sevk tarihi' })),
    payment_confirmed_at: optional(timestamp({ en: 'Payment confirmed at', tr: 'Ödeme onayı' })),
    payment_confirmed_by: optional(reference('directus_users', { en: 'Payment confirmed by', tr: 'Ödemeyi onaylayan' })),
    approved_at: optional(timestamp({ en: 'Approved at', tr: 'Onay' })),
    approved_by: optional(reference('directus_users', { en: 'Approved by', tr: 'Onaylayan' })),
    override_reason: optional(text({ en: 'Override reason', tr: 'Aşma nedeni' })),
    cancel_reason: optional(text({ en: 'Cancel reason', tr: 'İptal nedeni' })),
  },
});
