import argon2 from 'argon2';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { ADMIN_ROLE_ID, MEMBER_ROLE_ID, stableId } from '@selvedge/directus/access/directus-permissions.ts';
import type { Role } from '@selvedge/directus/model/core/org-grant.ts';
import { demoUsers, type OrgCode } from './users.ts';

const WAY_INTO: Readonly<Record<'crm' | 'wms', readonly Role[]>> = {
  crm: ['admin', 'sales', 'sales_manager', 'pricing', 'accounting'],
  wms: ['admin', 'accounting', 'warehouse', 'warehouse_manager'],
};

export const DEMO_ORGS: Readonly<Record<OrgCode, { name: string; color: string; timeZone: string; taxNumber: string }>> = {
  MOD: { name: 'Moda Tekstil', color: '#3f4bb8', timeZone: 'Europe/Istanbul', taxNumber: '4990000001' },
  JTR: { name: 'Jakar Tedarik', color: '#0f766e', timeZone: 'Europe/Istanbul', taxNumber: '4990000002' },
};

/** Orgs, demo users and their grants on a node that hosts these systems. Ids are stable, so that repeating changes nothing. */
export async function seedIdentity(tx: Tx, systems: readonly ('crm' | 'wms')[], password: string): Promise<void> {
  const hash = await argon2.hash(password);
  for (const [code, { name, color, timeZone, taxNumber }] of Object.entries(DEMO_ORGS)) {
    await tx.query(
      `insert into core_org (id, code, name, currency, brand_color, time_zone, tax_country, tax_number) values ($1, $2, $3, $4, $5, $6, 'TR', $7) on conflict (code) do nothing`,
      [stableId(`org:${code}`), code, name, 'TRY', color, timeZone, taxNumber],
    );
  }
  for (const user of demoUsers()) {
    if (!user.roles.some((role) => systems.some((system) => WAY_INTO[system].includes(role)))) continue;
    const id = stableId(`user:${user.email}`);
    await tx.query(
      `insert into directus_users (id, email, password, first_name, last_name, role, status, language, provider) values ($1, $2, $3, $4, $5, $6, 'active', $7, 'default') on conflict do nothing`,
      [id, user.email, hash, user.firstName, user.lastName, user.isAdministrator ? ADMIN_ROLE_ID : MEMBER_ROLE_ID, user.language],
    );
    for (const org of user.orgs) {
      for (const role of user.roles) {
        await tx.query(
          `insert into core_org_grant (id, org, "user", role, extra_keys, reason) values ($1, (select id from core_org where code = $2), $3, $4, $5::json, 'Demo') on conflict (id) do nothing`,
          [stableId(`grant:${user.email}:${org}:${role}`), org, id, role, JSON.stringify(user.extraKeys)],
        );
      }
    }
  }
}
