import { approval, approvalQueues, approvals } from './approvals.ts';
import { credit, creditQueues, customerCredit } from './credit.ts';
import { customer, customers } from './customers.ts';
import { deal, deals } from './deals.ts';
import { fulfillment, fulfillmentQueues } from './fulfillment.ts';
import { catalog, mails, payments } from './ledgers.ts';
import { priceList, priceQueues } from './price-list.ts';
import { purchaseOrder } from './purchase-order.ts';

export const crmViews = [
  fulfillment,
  fulfillmentQueues,
  purchaseOrder,
  approvals,
  approvalQueues,
  approval,
  deals,
  deal,
  customers,
  customer,
  catalog,
  priceList,
  priceQueues,
  credit,
  creditQueues,
  customerCredit,
  payments,
  mails,
] as const;
