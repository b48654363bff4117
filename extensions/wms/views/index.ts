import { allocationEntry, allocationPlanning, rolls } from './allocation.ts';
import { invoiceControl, invoiceControlQueues, order, orders, shipments } from './orders.ts';
import { poCommandCenter, poQueues } from './queues.ts';

export const wmsViews = [
  poCommandCenter,
  poQueues,
  allocationPlanning,
  allocationEntry,
  rolls,
  orders,
  order,
  shipments,
  invoiceControl,
  invoiceControlQueues,
] as const;
