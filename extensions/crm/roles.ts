/** Roles with a way into CRM; warehouse roles have none (J21). */
export const CRM_ROLES = ['sales', 'sales_manager', 'pricing', 'accounting', 'admin'] as const;
