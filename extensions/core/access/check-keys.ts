import { isKey, isOfOtherSide, isPinned } from '@selvedge/directus/access/permission-keys.ts';
import type { Role } from '@selvedge/directus/model/core/org-grant.ts';
import { conflict } from '@selvedge/kernel/errors.ts';

/**
 * Whether these keys may be given to, or taken from, a role or a person in that role.
 * @throws Refusal KEY_UNKNOWN, KEY_PINNED, KEY_OF_OTHER_SIDE, naming the key
 */
export function checkKeys(keys: readonly string[], role: Role): void {
  for (const key of keys) {
    if (!isKey(key)) throw conflict('KEY_UNKNOWN', `There is no permission key "${key}"; choose one of the list.`, { key });
    if (isPinned(key)) throw conflict('KEY_PINNED', `${key} stays with the roles that hold it by default; no tuning changes that.`, { key });
    if (isOfOtherSide(key, role))
      throw conflict('KEY_OF_OTHER_SIDE', `${key} belongs to the other system, into which the role ${role} has no way.`, { key, role });
  }
}
