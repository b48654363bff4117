import { z } from 'zod';
import { invalidInput, permissionRequired, Refusal } from '../errors.ts';
import type { Identity } from '../identity/identity.ts';

export const ALL_ORGS_KEY = 'scope:all_orgs';

export const scopeFields = { scope: z.enum(['active', 'all']).default('active'), org: z.string().max(40).optional() };

/**
 * The orgs a read covers: one org, or every org of the person when the key allows it.
 * @param roles the roles that have a way into this system at all (J21)
 * @throws Refusal SYSTEM_NOT_YOURS, PERMISSION_REQUIRED, INVALID_INPUT
 */
export function resolveScope(identity: Identity, roles: readonly string[], scope: 'active' | 'all', org: string | undefined): string[] {
  const own = identity.orgs.filter((candidate) => candidate.roles.some((role) => roles.includes(role)));
  if (own.length === 0) throw new Refusal('SYSTEM_NOT_YOURS', 403, { en: 'Your roles have no way into this system.', tr: 'Rolleriniz bu sisteme giremez.' });
  if (scope === 'all') {
    const allowed = own.filter((candidate) => candidate.keys.has(ALL_ORGS_KEY));
    if (allowed.length === 0) throw permissionRequired(ALL_ORGS_KEY);
    return allowed.map((candidate) => candidate.orgId);
  }
  const chosen = org === undefined ? own[0] : own.find((candidate) => candidate.orgCode === org);
  if (!chosen)
    throw invalidInput([
      {
        path: 'org',
        message: `"${org ?? ''}" is not one of your organisations; choose ${own.map((o) => o.orgCode).join(' or ')}.`,
        messageTr: `"${org ?? ''}" sizin şirketiniz değil; ${own.map((o) => o.orgCode).join(' veya ')} seçin.`,
      },
    ]);
  return [chosen.orgId];
}
