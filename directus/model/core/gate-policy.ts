import { defineCollection } from '../collection.ts';
import { choice, integer, longText, optional, reference, text, timestamp } from '../fields.ts';

export const POLICY_STATES = ['draft', 'in_review', 'published', 'retired'] as const;

export const gatePolicy = defineCollection({
  name: 'core_gate_policy',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Gate policies', tr: 'Geçit kuralları' },
  icon: 'rule',
  display: '{{gate}} · {{version}} · {{org.code}}',
  note: {
    en: 'Versions of gate policies that an organisation wrote over the default. What is not here is judged by the default.',
    tr: 'Bir şirketin varsayılanın yerine yazdığı geçit kuralları. Burada olmayan varsayılana göre değerlendirilir.',
  },
  fields: {
    gate: text({ en: 'Gate', tr: 'Geçit' }, { max: 60 }),
    version: integer({ en: 'Version', tr: 'Sürüm' }),
    state: choice({ en: 'State', tr: 'Durum' }, POLICY_STATES, { default: 'draft' }),
    definition: longText({ en: 'Definition', tr: 'Tanım' }),
    cases: optional(longText({ en: 'Own cases', tr: 'Kendi örnekleri' })),
    note: text({ en: 'Note', tr: 'Not' }),
    author: optional(reference('directus_users', { en: 'Author', tr: 'Yazan' })),
    submitted_at: optional(timestamp({ en: 'Submitted at', tr: 'Onaya gönderilme' })),
    published_by: optional(reference('directus_users', { en: 'Published by', tr: 'Yayımlayan' })),
    published_at: optional(timestamp({ en: 'Published at', tr: 'Yayımlanma' })),
    effective_from: optional(timestamp({ en: 'Effective from', tr: 'Geçerlilik başlangıcı' })),
    restored_from: optional(reference('core_gate_policy', { en: 'Restored from', tr: 'Geri getirilen sürüm' })),
    retired_at: optional(timestamp({ en: 'Retired at', tr: 'Kaldırılma' })),
    reason: optional(text({ en: 'Reason', tr: 'Gerekçe' })),
  },
});
