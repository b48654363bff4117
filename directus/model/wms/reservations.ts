import { defineCollection } from '../collection.ts';
import { choice, identifier, integer, optional, quantity, reference, text, timestamp } from '../fields.ts';
import { UOMS } from '../units.ts';

/** Stock is shared in the group: a line may be filled from what another org owns (J73). */
const GROUP_STOCK = { acrossOrgs: true };

export const reservation = defineCollection({
  name: 'wms_reservation',
  orgScoped: true,
  label: { en: 'Reservations', tr: 'Rezervasyonlar' },
  icon: 'bookmark',
  display: '{{deal_code}} · {{status}}',
  note: { en: 'Stock set aside for a won deal.', tr: 'Kazanılan anlaşma için ayrılan stok.' },
  fields: {
    crm_deal_id: identifier({ en: 'Deal', tr: 'Anlaşma' }, { unique: true }),
    deal_code: text({ en: 'Deal code', tr: 'Anlaşma kodu' }, { max: 16 }),
    customer_name: text({ en: 'Customer', tr: 'Müşteri' }),
    status: choice({ en: 'Status', tr: 'Durum' }, ['active', 'released'], { default: 'active' }),
  },
});

export const reservationLine = defineCollection({
  name: 'wms_reservation_line',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Reservation lines', tr: 'Rezervasyon satırları' },
  icon: 'reorder',
  display: '{{position}} · {{status}}',
  note: { en: 'What one deal line holds, and how far the warehouse got with it.', tr: 'Bir satırın ayırdığı ve deponun geldiği nokta.' },
  fields: {
    reservation: reference('wms_reservation', { en: 'Reservation', tr: 'Rezervasyon' }),
    crm_deal_line_id: identifier({ en: 'Deal line', tr: 'Anlaşma satırı' }, { unique: true }),
    position: integer({ en: 'Position', tr: 'Sıra' }),
    quality: reference('wms_quality', { en: 'Quality', tr: 'Kalite' }),
    uom: choice({ en: 'Unit', tr: 'Birim' }, UOMS),
    qty: quantity({ en: 'Quantity', tr: 'Miktar' }),
    reserved_qty: quantity({ en: 'Reserved', tr: 'Ayrılan' }),
    shortage_qty: quantity({ en: 'Short', tr: 'Eksik' }),
    status: choice({ en: 'Status', tr: 'Durum' }, ['reserved', 'short', 'planned', 'allocated', 'released'], { default: 'reserved' }),
    planned_at: optional(timestamp({ en: 'Planned at', tr: 'Plan' })),
    planned_by: optional(reference('directus_users', { en: 'Planned by', tr: 'Planlayan' })),
    allocated_at: optional(timestamp({ en: 'Allocated at', tr: 'Tahsis' })),
    allocated_by: optional(reference('directus_users', { en: 'Allocated by', tr: 'Tahsis eden' })),
  },
});

export const reservationHold = defineCollection({
  name: 'wms_reservation_hold',
  orgScoped: true,
  label: { en: 'Held stock', tr: 'Tutulan stok' },
  icon: 'lock',
  display: '{{lot.code}} {{meters}} m',
  note: { en: 'Meters of a lot that a reservation line holds.', tr: 'Bir satırın lottan tuttuğu metre.' },
  fields: {
    reservation_line: reference('wms_reservation_line', { en: 'Line', tr: 'Satır' }, { indexed: false }),
    lot: reference('wms_lot', { en: 'Lot', tr: 'Lot' }, GROUP_STOCK),
    meters: quantity({ en: 'Meters', tr: 'Metre' }),
  },
});

export const allocation = defineCollection({
  name: 'wms_allocation',
  orgScoped: true,
  label: { en: 'Allocations', tr: 'Tahsisler' },
  icon: 'content_cut',
  display: '{{roll.code}} {{meters}} m',
  note: { en: 'The roll and meters chosen for a deal line: traceable to the line for ever.', tr: 'Satır için seçilen top ve metre.' },
  fields: {
    reservation_line: reference('wms_reservation_line', { en: 'Line', tr: 'Satır' }),
    crm_deal_line_id: identifier({ en: 'Deal line', tr: 'Anlaşma satırı' }, { indexed: true }),
    roll: reference('wms_roll', { en: 'Roll', tr: 'Top' }, GROUP_STOCK),
    lot: reference('wms_lot', { en: 'Lot', tr: 'Lot' }, GROUP_STOCK),
    meters: quantity({ en: 'Meters', tr: 'Metre' }),
    override_reason: optional(text({ en: 'Override reason', tr: 'Aşma nedeni' })),
    entered_by: optional(reference('directus_users', { en: 'Entered by', tr: 'Giren' })),
  },
});
