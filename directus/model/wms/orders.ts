import { defineCollection } from '../collection.ts';
import { boolean, choice, date, identifier, integer, json, longText, optional, quantity, reference, text, timestamp } from '../fields.ts';
import { UOMS } from '../units.ts';

export const ORDER_STATUSES = ['released', 'picking', 'picked', 'shipped', 'delivered', 'invoiced', 'closed', 'cancelled'] as const;

export const order = defineCollection({
  name: 'wms_order',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Warehouse orders', tr: 'Depo siparişleri' },
  icon: 'assignment',
  display: '{{po_code}} · {{status}}',
  note: { en: 'A released PO on its way through the warehouse.', tr: 'Depodan geçen bırakılmış sipariş.' },
  fields: {
    crm_purchase_order_id: identifier({ en: 'PO', tr: 'Sipariş' }, { unique: true }),
    po_code: text({ en: 'PO code', tr: 'Sipariş kodu' }, { max: 16, unique: true }),
    deal_code: text({ en: 'Deal code', tr: 'Anlaşma kodu' }, { max: 16 }),
    customer_name: text({ en: 'Customer', tr: 'Müşteri' }),
    shipping_address: optional(longText({ en: 'Shipping address', tr: 'Sevk adresi' })),
    ship_date: date({ en: 'Ship date', tr: 'Sevk tarihi' }),
    status: choice({ en: 'Status', tr: 'Durum' }, ORDER_STATUSES, { default: 'released' }),
    status_since: timestamp({ en: 'In this status since', tr: 'Duruma giriş' }),
    invoice_status: choice({ en: 'Invoice', tr: 'Fatura' }, ['not_issued', 'issued'], { default: 'not_issued' }),
    invoice_number: optional(text({ en: 'Invoice number', tr: 'Fatura no' })),
    invoiced_on: optional(date({ en: 'Invoiced on', tr: 'Fatura tarihi' })),
    invoice_control_status: optional(choice({ en: 'Invoice control', tr: 'Fatura kontrol' }, ['pending_control', 'passed', 'failed'])),
    invoice_control_note: optional(text({ en: 'Control note', tr: 'Kontrol notu' })),
    invoice_controlled_by: optional(reference('directus_users', { en: 'Controlled by', tr: 'Kontrol eden' })),
    closed_at: optional(timestamp({ en: 'Closed at', tr: 'Kapanış' })),
  },
});

export const orderLine = defineCollection({
  name: 'wms_order_line',
  orgScoped: true,
  label: { en: 'Order lines', tr: 'Sipariş satırları' },
  icon: 'reorder',
  display: '{{position}}',
  note: { en: 'A line to pick, with the deal line it came from.', tr: 'Toplanacak satır ve geldiği anlaşma satırı.' },
  fields: {
    order: reference('wms_order', { en: 'Order', tr: 'Sipariş' }, { indexed: false }),
    crm_deal_line_id: identifier({ en: 'Deal line', tr: 'Anlaşma satırı' }, { indexed: true }),
    position: integer({ en: 'Position', tr: 'Sıra' }),
    quality: reference('wms_quality', { en: 'Quality', tr: 'Kalite' }),
    uom: choice({ en: 'Unit', tr: 'Birim' }, UOMS),
    qty: quantity({ en: 'Quantity', tr: 'Miktar' }),
    picked_at: optional(timestamp({ en: 'Picked at', tr: 'Toplama' })),
    picked_by: optional(reference('directus_users', { en: 'Picked by', tr: 'Toplayan' })),
    blocked: boolean({ en: 'Blocked', tr: 'Engelli' }, { default: false }),
  },
});

export const shipment = defineCollection({
  name: 'wms_shipment',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Shipments', tr: 'Sevkiyatlar' },
  icon: 'local_shipping',
  display: '{{carrier}} {{tracking_id}}',
  note: { en: 'What left the warehouse, with carrier, waybill and proof of delivery.', tr: 'Depodan çıkan; kargo, irsaliye ve teslim belgesiyle.' },
  fields: {
    order: reference('wms_order', { en: 'Order', tr: 'Sipariş' }, { indexed: false }),
    carrier: text({ en: 'Carrier', tr: 'Taşıyıcı' }),
    tracking_id: optional(text({ en: 'Tracking', tr: 'Takip no' })),
    irsaliye_number: text({ en: 'Waybill number', tr: 'İrsaliye no' }, { max: 40 }),
    shipped_at: timestamp({ en: 'Shipped at', tr: 'Sevk' }),
    shipped_by: optional(reference('directus_users', { en: 'Shipped by', tr: 'Sevk eden' })),
    delivered_at: optional(timestamp({ en: 'Delivered at', tr: 'Teslim' })),
    pod_reference: optional(text({ en: 'Proof of delivery', tr: 'Teslim belgesi' })),
    pod_received_by: optional(text({ en: 'Received by', tr: 'Teslim alan' })),
  },
});

export const orderHistory = defineCollection({
  name: 'wms_order_history',
  orgScoped: true,
  label: { en: 'Order history', tr: 'Sipariş geçmişi' },
  icon: 'history',
  display: '{{occurred_at}} {{kind}}',
  note: { en: 'Each step of an order: when, who, what.', tr: 'Siparişin her adımı: ne zaman, kim, ne.' },
  fields: {
    order: reference('wms_order', { en: 'Order', tr: 'Sipariş' }, { indexed: false }),
    kind: text({ en: 'What happened', tr: 'Ne oldu' }, { max: 60 }),
    actor: optional(reference('directus_users', { en: 'Who', tr: 'Kim' })),
    on_behalf_of: optional(reference('directus_users', { en: 'On behalf of', tr: 'Adına' })),
    details: json<Record<string, unknown>>({ en: 'Details', tr: 'Ayrıntı' }, { default: {} }),
    occurred_at: timestamp({ en: 'When', tr: 'Ne zaman' }),
  },
});
