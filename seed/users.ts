import { ROLES, type Role } from '@selvedge/directus/model/core/org-grant.ts';

export const ORG_CODES = ['MOD', 'JTR'] as const;
export type OrgCode = (typeof ORG_CODES)[number];

export interface DemoUser {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly Role[];
  readonly orgs: readonly OrgCode[];
  readonly extraKeys: readonly string[];
  /** Directus administrator: Studio, access, secrets. */
  readonly isAdministrator: boolean;
  readonly language: 'tr-TR' | 'en-US';
}

const NAMES: Readonly<Record<Role, readonly [string, string]>> = {
  admin: ['Deniz', 'Aksoy'],
  sales: ['Selin', 'Yıldız'],
  sales_manager: ['Murat', 'Şahin'],
  pricing: ['Pelin', 'Öztürk'],
  accounting: ['Ayşe', 'Çelik'],
  warehouse: ['Hasan', 'Işık'],
  warehouse_manager: ['İbrahim', 'Güneş'],
};
const LABELS: Readonly<Record<OrgCode | 'group', string>> = { MOD: 'MOD', JTR: 'JTR', group: 'Grup' };
const MULTI_ORG_MANAGERS: readonly Role[] = ['sales_manager', 'warehouse_manager'];

const user = (local: string, role: Role, place: OrgCode | 'group', firstName = NAMES[role][0]): DemoUser => ({
  email: `${local}@selvedge.test`,
  firstName,
  lastName: `${NAMES[role][1]} (${LABELS[place]})`,
  roles: [role],
  orgs: place === 'group' ? ORG_CODES : [place],
  extraKeys: place === 'group' && MULTI_ORG_MANAGERS.includes(role) ? ['scope:all_orgs'] : [],
  isAdministrator: false,
  language: 'en-US',
});

/** Everybody who can log into the demo: one per role and org, a second manager each, multi-org ones, one administrator (QA-1). */
export function demoUsers(): DemoUser[] {
  const perOrg = ORG_CODES.flatMap((org) => [
    ...ROLES.map((role) => user(`${role.replace('_', '-')}.${org.toLowerCase()}`, role, org)),
    user(`sales-manager-2.${org.toLowerCase()}`, 'sales_manager', org, 'Elif'),
  ]);
  const group = ROLES.map((role) => user(`${role.replace('_', '-')}.group`, role, 'group'));
  const administrator: DemoUser = {
    email: 'admin@selvedge.test',
    firstName: 'Sistem',
    lastName: 'Yöneticisi',
    roles: ['admin'],
    orgs: ORG_CODES,
    extraKeys: ['scope:all_orgs'],
    isAdministrator: true,
    language: 'en-US',
  };
  return [administrator, ...perOrg, ...group];
}
