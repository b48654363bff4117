import { defineCollection } from '../collection.ts';
import { boolean, choice, date, identifier, json, optional, quantity, reference, text, timestamp } from '../fields.ts';

export const reservationMirror = defineCollection({
  name: 'crm_reservation_mirror',
  orgScoped: true,
  label: { en: 'Reservations (mirror)', tr: 'Rezervasyonlar (yansı)' },
  icon: 'bookmark',
  display: '{{deal.code}} · {{deal_line.position}} · {{state}}',
  note: { en: 'What the warehouse reserved, planned and allocated per line. Read only here.', tr: 'Deponun satır başına ayırdıkları. Burada salt okunur.' },
  fields: {
    deal: reference('crm_deal', { en: 'Deal', tr: 'Anlaşma' }),
    deal_line: reference('crm_deal_line', { en: 'Line', tr: 'Satır' }, { indexed: false }),
    state: choice({ en: 'State', tr: 'Durum' }, ['reserved', 'short', 'planned', 'allocated', 'released']),
    reserved_qty: quantity({ en: 'Reserved', tr: 'Ayrılan' }),
    shortage_qty: quantity({ en: 'Short', tr: 'Eksik' }),
    allocated_meters: quantity({ en: 'Allocated (m)', tr: 'Tahsis (m)' }, { default: '0' }),
    rolls: json<{ lot: string; roll: string; meters: string; group?: true }[]>({ en: 'Rolls', tr: 'Toplar' }, { default: [] }),
    updated_at: timestamp({ en: 'Updated at', tr: 'Güncelleme' }),
  },
});

export const orderMirror = defineCollection({
  name: 'crm_order_mirror',
  orgScoped: true,
  label: { en: 'Warehouse orders (mirror)', tr: 'Depo siparişleri (yansı)' },
  icon: 'local_shipping',
  display: '{{purchase_order.code}} · {{status}}',
  note: { en: 'Where a released PO stands in the warehouse. Read only here.', tr: 'Bırakılan siparişin depodaki durumu. Burada salt okunur.' },
  fields: {
    purchase_order: reference('crm_purchase_order', { en: 'PO', tr: 'Sipariş' }, { indexed: false }),
    wms_order_id: optional(identifier({ en: 'Warehouse order', tr: 'Depo siparişi' })),
    status: choice({ en: 'Status', tr: 'Durum' }, ['released', 'picking', 'picked', 'shipped', 'delivered', 'invoiced', 'closed', 'cancelled'], {
      default: 'released',
    }),
    carrier: optional(text({ en: 'Carrier', tr: 'Kargo' })),
    tracking_id: optional(text({ en: 'Tracking', tr: 'Takip no' })),
    shipped_at: optional(timestamp({ en: 'Shipped at', tr: 'Sevk' })),
    delivered_at: optional(timestamp({ en: 'Delivered at', tr: 'Teslim' })),
    pod_reference: optional(text({ en: 'Proof of delivery', tr: 'Teslim belgesi' })),
    invoice_number: optional(text({ en: 'Invoice', tr: 'Fatura' })),
    invoiced_on: optional(date({ en: 'Invoiced on', tr: 'Fatura tarihi' })),
    invoice_control_status: optional(choice({ en: 'Invoice control', tr: 'Fatura kontrol' }, ['pending_control', 'passed', 'failed'])),
    invoice_control_note: optional(text({ en: 'Control note', tr: 'Kontrol notu' })),
    closed_at: optional(timestamp({ en: 'Closed at', tr: 'Kapanış' })),
    updated_at: timestamp({ en: 'Updated at', tr: 'Güncelleme' }),
  },
});

export const shortage = defineCollection({
  name: 'crm_shortage',
  orgScoped: true,
  label: { en: 'Shortages', tr: 'Eksikler' },
  icon: 'production_quantity_limits',
  display: '{{deal.code}} · {{deal_line.position}} · {{shortage_qty}}',
  note: { en: 'Lines the warehouse could not reserve in full, and what was decided.', tr: 'Tam ayrılamayan satırlar ve verilen karar.' },
  fields: {
    deal: reference('crm_deal', { en: 'Deal', tr: 'Anlaşma' }),
    deal_line: reference('crm_deal_line', { en: 'Line', tr: 'Satır' }),
    shortage_qty: quantity({ en: 'Short', tr: 'Eksik' }),
    state: choice({ en: 'State', tr: 'Durum' }, ['open', 'decided', 'resolved'], { default: 'open' }),
    decision: optional(choice({ en: 'Decision', tr: 'Karar' }, ['wait', 'ship_partly', 'cancel_line'])),
    decided_by: optional(reference('directus_users', { en: 'Decided by', tr: 'Karar veren' })),
    decided_at: optional(timestamp({ en: 'Decided at', tr: 'Karar zamanı' })),
    note: optional(text({ en: 'Note', tr: 'Not' })),
    seen: boolean({ en: 'Seen', tr: 'Görüldü' }, { default: false }),
  },
});

export const groupStock = defineCollection({
  name: 'crm_group_stock',
  orgScoped: true,
  label: { en: 'Group stock', tr: 'Grup stoğu' },
  icon: 'handshake',
  display: '{{deal_line.deal.code}} · {{deal_line.position}}',
  note: {
    en: 'Lines allocated from rolls of another company of the group, and of which. Judged by the system, shown to nobody.',
    tr: 'Grubun başka şirketinin toplarından tahsisli satırlar ve hangisinin. Sistem değerlendirir, kimseye gösterilmez.',
  },
  fields: {
    deal_line: reference('crm_deal_line', { en: 'Line', tr: 'Satır' }, { indexed: false }),
    owner_org: reference('core_org', { en: 'Owner', tr: 'Sahibi' }),
  },
});
