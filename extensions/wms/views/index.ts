import { allocationEntry, allocationPlanning } from './allocation.ts';
import { carriers } from './carriers.ts';
import { invoiceControl, invoiceControlQueues, order, orders, shipments } from './orders.ts';
import { poCommandCenter, poQueues } from './queues.ts';
import { qualities, roll, rolls } from './stock.ts';

export const wmsViews = [
  poCommandCenter,
  poQueues,
  allocationPlanning,
  allocationEntry,
  rolls,
  roll,
  qualities,
  orders,
  order,
  shipments,
  carriers,
  invoiceControl,
  invoiceControlQueues,
] as const;
