/** Roles with a way into WMS; sales roles have none (J21). */
export const WMS_ROLES = ['warehouse', 'warehouse_manager', 'accounting', 'admin'] as const;
