import { defineCollection } from '../collection.ts';
import { boolean, choice, integer, optional, percent, text } from '../fields.ts';

export const org = defineCollection({
  name: 'core_org',
  orgScoped: false,
  label: { en: 'Organisations', tr: 'Şirketler' },
  icon: 'domain',
  display: '{{code}} · {{name}}',
  note: { en: 'The companies of the group. Every business record belongs to one.', tr: 'Grubun şirketleri. Her iş kaydı bunlardan birine aittir.' },
  fields: {
    code: text(
      { en: 'Code', tr: 'Kod' },
      {
        max: 3,
        unique: true,
        note: { en: 'Three letters; prefix of deal, PO and proforma codes.', tr: 'Üç harf; anlaşma, sipariş ve proforma kodlarının başı.' },
      },
    ),
    name: text({ en: 'Name', tr: 'Ad' }),
    tax_country: optional(text({ en: 'Tax country', tr: 'Vergi ülkesi' }, { max: 2 })),
    tax_number: optional(
      text(
        { en: 'Tax number', tr: 'Vergi numarası' },
        {
          max: 30,
          note: {
            en: 'By it the other companies of the group know this one as a customer.',
            tr: 'Grubun öbür şirketleri bu şirketi müşteri olarak bununla tanır.',
          },
        },
      ),
    ),
    currency: choice({ en: 'Currency', tr: 'Para birimi' }, ['TRY', 'USD', 'EUR'], { default: 'TRY' }),
    time_zone: text({ en: 'Time zone', tr: 'Saat dilimi' }, { max: 60, default: 'Europe/Istanbul' }),
    price_stale_days: integer(
      { en: 'List prices hold for (days)', tr: 'Liste fiyatının geçerliliği (gün)' },
      {
        default: 90,
        note: { en: 'Older ones hide what is in stock from sales until reconfirmed.', tr: 'Daha eskisi, stoktaki kaliteyi teyide kadar satıştan gizler.' },
      },
    ),
    allowed_discount_percent: percent(
      { en: 'Discount allowed (%)', tr: 'İzin verilen iskonto (%)' },
      {
        default: '0',
        note: {
          en: 'Off the list price; what sales gives unasked. More takes an approval.',
          tr: 'Liste fiyatından, satışın sormadan verdiği; fazlası onay ister.',
        },
      },
    ),
    sender_email: optional(text({ en: 'Sender address', tr: 'Gönderen adresi' })),
    brand_color: optional(text({ en: 'Brand colour', tr: 'Marka rengi' }, { max: 7 })),
    active: boolean({ en: 'Active', tr: 'Etkin' }, { default: true }),
  },
});
