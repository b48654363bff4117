import { allocationEntry, allocationPlanning, rolls } from './allocation.ts';
import { invoiceControl, order, orders, shipments } from './orders.ts';
import { poCommandCenter, poQueues } from './queues.ts';

export const wmsViews = [poCommandCenter, poQueues, allocationPlanning, allocationEntry, rolls, orders, order, shipments, invoiceControl] as const;
