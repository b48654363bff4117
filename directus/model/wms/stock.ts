import { defineCollection } from '../collection.ts';
import { boolean, choice, identifier, integer, json, optional, quantity, reference, text } from '../fields.ts';
import type { Uom } from '../units.ts';

export const quality = defineCollection({
  name: 'wms_quality',
  orgScoped: false,
  label: { en: 'Qualities', tr: 'Kaliteler' },
  icon: 'texture',
  display: '{{code}} · {{name}}',
  note: { en: 'Fabric qualities of the group, with the units each may be sold in.', tr: 'Grubun kumaş kaliteleri ve satılabildikleri birimler.' },
  fields: {
    code: text({ en: 'Code', tr: 'Kod' }, { max: 30, unique: true }),
    name: text({ en: 'Name', tr: 'Ad' }),
    composition: text({ en: 'Composition', tr: 'Karışım' }),
    width_cm: integer({ en: 'Width (cm)', tr: 'En (cm)' }),
    weight_gsm: integer({ en: 'Weight (g/m²)', tr: 'Gramaj (g/m²)' }),
    allowed_uoms: json<Uom[]>({ en: 'Allowed units', tr: 'İzinli birimler' }),
    active: boolean({ en: 'Active', tr: 'Etkin' }, { default: true }),
  },
});

export const lot = defineCollection({
  name: 'wms_lot',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Lots', tr: 'Lotlar' },
  icon: 'layers',
  display: '{{code}}',
  note: { en: 'One dye lot of a quality with its counters, kept in the transaction that changes them.', tr: 'Bir kalitenin boya lotu ve sayaçları.' },
  fields: {
    quality: reference('wms_quality', { en: 'Quality', tr: 'Kalite' }),
    code: text({ en: 'Code', tr: 'Kod' }, { max: 30 }),
    on_hand_meters: quantity({ en: 'On hand (m)', tr: 'Eldeki (m)' }, { default: '0' }),
    reserved_meters: quantity({ en: 'Reserved (m)', tr: 'Ayrılan (m)' }, { default: '0' }),
  },
});

export const roll = defineCollection({
  name: 'wms_roll',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Rolls', tr: 'Toplar' },
  icon: 'receipt',
  display: '{{code}} · {{on_hand_meters}} m',
  note: { en: 'One roll on the shelf; its organisation is its owner.', tr: 'Raftaki bir top; şirketi sahibidir.' },
  fields: {
    lot: reference('wms_lot', { en: 'Lot', tr: 'Lot' }),
    quality: reference('wms_quality', { en: 'Quality', tr: 'Kalite' }),
    code: text({ en: 'Code', tr: 'Kod' }, { max: 30 }),
    received_meters: quantity({ en: 'Received (m)', tr: 'Gelen (m)' }),
    on_hand_meters: quantity({ en: 'On hand (m)', tr: 'Eldeki (m)' }),
    allocated_meters: quantity({ en: 'Allocated (m)', tr: 'Tahsis (m)' }, { default: '0' }),
    reserved_line: optional(identifier({ en: 'Reserved whole for line', tr: 'Bütün olarak ayrıldığı satır' })),
    location: optional(text({ en: 'Location', tr: 'Raf' }, { max: 30 })),
    status: choice({ en: 'Status', tr: 'Durum' }, ['in_stock', 'allocated', 'shipped', 'written_off'], { default: 'in_stock' }),
  },
});

export const stockPublished = defineCollection({
  name: 'wms_stock_published',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Stock as told to CRM', tr: 'CRM’e bildirilen stok' },
  icon: 'campaign',
  display: '{{quality.code}} {{free_meters}} m',
  note: {
    en: 'What CRM was last told per quality; the next telling sends only what differs.',
    tr: 'CRM’e kalite başına son bildirilen; yalnız değişen gönderilir.',
  },
  fields: {
    quality: reference('wms_quality', { en: 'Quality', tr: 'Kalite' }),
    on_hand_meters: quantity({ en: 'On hand (m)', tr: 'Eldeki (m)' }),
    free_meters: quantity({ en: 'Free (m)', tr: 'Serbest (m)' }),
  },
});
