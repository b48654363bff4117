import { defineCollection } from '../collection.ts';
import { boolean, choice, json, optional, quantity, reference, text, timestamp, unitPrice } from '../fields.ts';
import { CURRENCY_CODES } from '../units.ts';
import type { Uom } from '../units.ts';

export const catalogItem = defineCollection({
  name: 'crm_catalog_item',
  orgScoped: false,
  label: { en: 'Catalog (mirror)', tr: 'Katalog (yansı)' },
  icon: 'texture',
  display: '{{code}} · {{name}}',
  note: { en: 'Qualities as the warehouse declares them. Read only here.', tr: 'Deponun tanımladığı kaliteler. Burada salt okunur.' },
  fields: {
    code: text({ en: 'Code', tr: 'Kod' }, { max: 30, unique: true }),
    name: text({ en: 'Name', tr: 'Ad' }),
    composition: text({ en: 'Composition', tr: 'Karışım' }),
    allowed_uoms: json<Uom[]>({ en: 'Allowed units', tr: 'İzinli birimler' }),
    active: boolean({ en: 'Active', tr: 'Etkin' }, { default: true }),
    updated_at: timestamp({ en: 'Updated at', tr: 'Güncelleme' }),
  },
});

export const listPrice = defineCollection({
  name: 'crm_list_price',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'List prices', tr: 'Liste fiyatları' },
  icon: 'sell',
  display: '{{catalog_item.code}} {{price}} {{currency}}',
  note: { en: 'No list price: invisible to sales.', tr: 'Liste fiyatı yoksa satış görmez.' },
  fields: {
    catalog_item: reference('crm_catalog_item', { en: 'Quality', tr: 'Kalite' }),
    currency: choice({ en: 'Currency', tr: 'Para birimi' }, CURRENCY_CODES),
    price: unitPrice({ en: 'Price', tr: 'Fiyat' }),
    confirmed_at: timestamp({ en: 'Confirmed at', tr: 'Teyit' }),
    confirmed_by: optional(reference('directus_users', { en: 'Confirmed by', tr: 'Teyit eden' })),
  },
});

export const stockByQuality = defineCollection({
  name: 'crm_stock_by_quality',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Stock (mirror)', tr: 'Stok (yansı)' },
  icon: 'inventory_2',
  display: '{{catalog_item.code}} {{free_meters}} m',
  note: { en: 'Free stock by quality, as the warehouse last told.', tr: 'Deponun son bildirdiği serbest stok.' },
  fields: {
    catalog_item: reference('crm_catalog_item', { en: 'Quality', tr: 'Kalite' }),
    on_hand_meters: quantity({ en: 'On hand (m)', tr: 'Eldeki (m)' }),
    free_meters: quantity({ en: 'Free (m)', tr: 'Serbest (m)' }),
    updated_at: timestamp({ en: 'Updated at', tr: 'Güncelleme' }),
  },
});
