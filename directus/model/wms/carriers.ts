import { defineCollection } from '../collection.ts';
import { boolean, choice, text } from '../fields.ts';

/** Whether a carrier gives a number that its parcels are followed by. */
export const CARRIER_TRACKING = ['given', 'none'] as const;

export const carrier = defineCollection({
  name: 'wms_carrier',
  orgScoped: true,
  label: { en: 'Carriers', tr: 'Taşıyıcılar' },
  icon: 'local_shipping',
  display: '{{name}}',
  note: {
    en: 'Who takes the goods, as each organisation lists them. A shipment keeps the name as it was, whatever becomes of the list.',
    tr: 'Malı taşıyanlar, şirketin kendi listesi. Liste değişse de sevkiyat, o günkü adı saklar.',
  },
  fields: {
    name: text({ en: 'Name', tr: 'Ad' }, { max: 120 }),
    tracking: choice({ en: 'Tracking number', tr: 'Takip numarası' }, CARRIER_TRACKING),
    active: boolean({ en: 'Active', tr: 'Etkin' }, { default: true }),
  },
});
