import { allocationEntry, allocationPlanning, rolls } from './allocation.ts';
import { carriers } from './carriers.ts';
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
  carriers,
  invoiceControl,
  invoiceControlQueues,
] as const;
