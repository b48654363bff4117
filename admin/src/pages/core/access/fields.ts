import type { ActionField, FieldOption } from '../../../actions/definition.ts';
import type { Role } from '../../../api/types/shared.ts';

const ROLES: readonly Role[] = ['sales', 'sales_manager', 'pricing', 'accounting', 'warehouse', 'warehouse_manager', 'admin'];
const optionOf = (role: Role): FieldOption<Role> => ({ value: role, label: `role.${role}` });

export const roleField = (roles: readonly Role[] = ROLES) =>
  ({
    name: 'role',
    kind: 'choice',
    label: 'access.role',
    required: true,
    options: roles.map(optionOf),
  }) as const satisfies ActionField;
export const untilField: ActionField = { name: 'until', kind: 'date', label: 'access.until' };
export const fromField: ActionField = { name: 'from', kind: 'date', label: 'access.from' };
