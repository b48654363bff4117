import type { ActionField } from '../../../actions/definition.ts';
import type { Role } from '../../../api/types/shared.ts';

const ROLES: readonly Role[] = ['sales', 'sales_manager', 'pricing', 'accounting', 'warehouse', 'warehouse_manager', 'admin'];
const optionOf = (role: Role) => ({ value: role, label: `role.${role}` as const });

export const roleField = (roles: readonly Role[] = ROLES): ActionField => ({
  name: 'role',
  kind: 'choice',
  label: 'access.role',
  required: true,
  options: roles.map(optionOf),
});
export const untilField: ActionField = { name: 'until', kind: 'date', label: 'access.until' };
export const fromField: ActionField = { name: 'from', kind: 'date', label: 'access.from' };
