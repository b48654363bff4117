import type { Role } from '../../../api/types/shared.ts';
import { useText } from '../../../i18n/text.ts';

const ROLES: readonly string[] = [
  'admin',
  'sales',
  'sales_manager',
  'pricing',
  'accounting',
  'warehouse',
  'warehouse_manager',
] satisfies Role[];
export const isRole = (role: string): role is Role => ROLES.includes(role);

/** Roles as people call them; one that nobody knows stays as it was written. */
export function useRoleNames(): (roles: readonly string[]) => string {
  const { t } = useText();
  return (roles) => roles.map((role) => (isRole(role) ? t(`role.${role}`) : role)).join(', ');
}
