import { defineCollection } from '../collection.ts';
import { boolean, choice, integer, optional, text } from '../fields.ts';

export const REASON_SIDES = ['crm', 'wms'] as const;

export const overrideReason = defineCollection({
  name: 'core_override_reason',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Override reasons', tr: 'Aşma gerekçeleri' },
  icon: 'rule_settings',
  display: '{{code}} · {{org.code}}',
  note: {
    en: 'Why a gate may be overridden, as each organisation lists it. Decisions keep the code, whatever becomes of the list.',
    tr: 'Bir geçidin hangi gerekçelerle aşılabileceği, şirketin kendi listesi. Liste değişse de kararlar kodu saklar.',
  },
  fields: {
    side: choice({ en: 'System', tr: 'Sistem' }, REASON_SIDES),
    gate: optional(text({ en: 'Gate, empty for all', tr: 'Geçit, boşsa hepsi' }, { max: 60 })),
    code: text({ en: 'Code', tr: 'Kod' }, { max: 40 }),
    label_en: text({ en: 'In English', tr: 'İngilizce' }, { max: 120 }),
    label_tr: text({ en: 'In Turkish', tr: 'Türkçe' }, { max: 120 }),
    active: boolean({ en: 'Active', tr: 'Etkin' }, { default: true }),
    position: integer({ en: 'Position', tr: 'Sıra' }, { default: 0 }),
  },
});
