import { isKey, isOfOtherSide, isPinned } from '@selvedge/directus/access/permission-keys.ts';
import type { Role } from '@selvedge/directus/model/core/org-grant.ts';
import { conflict } from '@selvedge/kernel/errors.ts';

/**
 * Whether these keys may be given to, or taken from, a role or a person in that role.
 * @throws Refusal KEY_UNKNOWN, KEY_PINNED, KEY_OF_OTHER_SIDE, naming the key
 */
export function checkKeys(keys: readonly string[], role: Role): void {
  for (const key of keys) {
    if (!isKey(key))
      throw conflict(
        'KEY_UNKNOWN',
        { en: `There is no permission key "${key}"; choose one of the list.`, tr: `"${key}" diye bir izin anahtarı yok; listeden seçin.` },
        { key },
      );
    if (isPinned(key))
      throw conflict(
        'KEY_PINNED',
        {
          en: `${key} stays with the roles that hold it by default; no tuning changes that.`,
          tr: `${key} varsayılan olarak taşıyan rollerde kalır; ayarla değişmez.`,
        },
        { key },
      );
    if (isOfOtherSide(key, role))
      throw conflict(
        'KEY_OF_OTHER_SIDE',
        { en: `${key} belongs to the other system, into which the role ${role} has no way.`, tr: `${key}, ${role} rolünün giremediği öbür sisteme ait.` },
        { key, role },
      );
  }
}
