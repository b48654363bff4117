import { z } from 'zod';
import { isOfOtherSide, isPinned, keysOfGrant, keysOfRole, PERMISSION_KEYS, type PermissionKey } from '@selvedge/directus/access/permission-keys.ts';
import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { managedOrgs } from './parts.ts';

interface TunedRow extends Record<string, unknown> {
  org: string;
  role: string;
  key: string;
  allowed: boolean;
}

/** Which role may do what in an org: each key with its default, what the org tuned, and where it cannot be tuned (J96). */
export const roles = defineView({
  name: 'roles',
  system: 'core',
  title: { en: 'Roles and keys', tr: 'Roller ve anahtarlar' },
  query: z.object({}),
  run: async ({ tx, identity, orgIds }) => {
    const managed = managedOrgs(identity, orgIds);
    const tuned = await tx.query<TunedRow>('select org, role, key, allowed from core_role_key where org = any ($1::uuid[])', [managed]);
    const keys = Object.keys(PERMISSION_KEYS) as PermissionKey[];
    const data = managed.flatMap((orgId) => {
      const org = identity.orgs.find((one) => one.orgId === orgId);
      const cells = ROLES.map((role) => {
        const own = tuned.filter((row) => row.org === orgId && row.role === role);
        const changes = Object.fromEntries(own.map((row) => [row.key, row.allowed]));
        const held = new Set(keysOfGrant(role, [], changes));
        const byDefault = new Set(keysOfRole(role));
        return { role, changes, held, byDefault };
      });
      return keys.map((key) => ({
        id: `${orgId} ${key}`,
        orgId,
        org: org?.orgCode,
        key,
        isPinned: isPinned(key),
        roles: cells.map(({ role, changes, held, byDefault }) => ({
          role,
          byDefault: byDefault.has(key),
          tuned: changes[key] ?? null,
          allowed: held.has(key),
          isOfOtherSide: isOfOtherSide(key, role),
        })),
      }));
    });
    return { data };
  },
});
