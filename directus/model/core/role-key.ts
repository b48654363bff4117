import { defineCollection } from '../collection.ts';
import { boolean, choice, optional, reference, text } from '../fields.ts';
import { ROLES } from './org-grant.ts';

export const roleKey = defineCollection({
  name: 'core_role_key',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Tuned keys', tr: 'Ayarlanmış anahtarlar' },
  icon: 'tune',
  display: '{{role}} · {{key}} · {{org.code}}',
  note: {
    en: 'Keys that an organisation gave to a role or took from it. What is not here is as by default.',
    tr: 'Bir şirketin bir role verdiği ya da ondan aldığı anahtarlar. Burada olmayan varsayılandaki gibidir.',
  },
  fields: {
    role: choice({ en: 'Role', tr: 'Rol' }, ROLES),
    key: text({ en: 'Permission key', tr: 'İzin anahtarı' }, { max: 60 }),
    allowed: boolean({ en: 'Allowed', tr: 'İzinli' }),
    tuned_by: optional(reference('directus_users', { en: 'Tuned by', tr: 'Ayarlayan' })),
    reason: optional(text({ en: 'Reason', tr: 'Gerekçe' })),
  },
});
