import { defineCollection } from '../collection.ts';
import { choice, json, optional, reference, text, timestamp } from '../fields.ts';

export const ROLES = ['admin', 'sales', 'sales_manager', 'pricing', 'accounting', 'warehouse', 'warehouse_manager'] as const;
export type Role = (typeof ROLES)[number];

export const orgGrant = defineCollection({
  name: 'core_org_grant',
  orgScoped: true,
  label: { en: 'Grants', tr: 'Yetkiler' },
  icon: 'key',
  display: '{{user.email}} · {{role}} · {{org.code}}',
  note: {
    en: 'Who holds which role in which organisation, and until when. Judged at each request. Deleting one ends it; it stays as history.',
    tr: 'Kim, hangi şirkette, ne zamana kadar hangi rolde. Her istekte denetlenir. Silmek bitirir; kayıt geçmiş olarak kalır.',
  },
  fields: {
    user: reference('directus_users', { en: 'User', tr: 'Kullanıcı' }, { indexed: true }),
    role: choice({ en: 'Role', tr: 'Rol' }, ROLES),
    extra_keys: json<string[]>({ en: 'Extra permission keys', tr: 'Ek izin anahtarları' }, { default: [] }),
    starts_at: optional(timestamp({ en: 'Starts at', tr: 'Başlangıç' })),
    expires_at: optional(timestamp({ en: 'Expires at', tr: 'Bitiş' })),
    on_behalf_of: optional(reference('directus_users', { en: 'Lent by', tr: 'Devreden' })),
    granted_by: optional(reference('directus_users', { en: 'Granted by', tr: 'Veren' })),
    reason: optional(
      text(
        { en: 'Reason', tr: 'Gerekçe' },
        {
          note: {
            en: 'Needed to give a role. Written over when a role is changed, it goes into the audit as the reason of the change.',
            tr: 'Rol vermek için gerekir. Rol değiştirilirken yeniden yazılırsa değişikliğin gerekçesi olarak denetim kaydına geçer.',
          },
        },
      ),
    ),
  },
});
