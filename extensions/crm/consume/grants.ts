import { warehouseGrantUpdated } from '@selvedge/contract/events/warehouse-grant-updated.ts';
import { takeGrant } from '@selvedge/core/access/take-grant.ts';
import { consume } from '@selvedge/kernel/inbox/consumer.ts';

/** Roles that were given on the warehouse's node. */
export const onWarehouseGrantUpdated = consume(warehouseGrantUpdated, (context, { data }) => takeGrant(context, data));
