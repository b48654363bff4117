import { actionOf, type ActionName } from '../../actions/actions.ts';
import type { Refusal } from '../../actions/offer.ts';
import { useText } from '../../i18n/text.ts';
import { holdsKey, meIn } from '../../session/me.ts';
import { PERMISSION_KEYS } from '../../session/permission-keys.ts';
import { useSession } from '../../session/session-store.ts';

/** Why this button cannot be pressed by this person now, as a sentence; null when it can. */
export function useRefusal(name: ActionName, org: string | null, refusal: Refusal | null): string | null {
  const { t, pick } = useText();
  const { system, key, ofInstallation } = actionOf(name);
  const me = meIn(useSession(system));
  if (refusal !== null) return typeof refusal === 'string' ? t(refusal) : pick(refusal);
  if (me && ofInstallation === true && !me.isAdmin) return t('refusal.ofInstallation');
  if (me && holdsKey(me, key, org)) return null;
  const roles = PERMISSION_KEYS[key].map((role) => t(`role.${role}`)).join(', ');
  return roles === '' ? t('refusal.keyOfNobody', { key }) : t('refusal.keyMissing', { key, roles });
}
