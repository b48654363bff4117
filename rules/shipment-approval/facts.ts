import { z } from 'zod';
import { amount, count, dayOrNothing, oneOf, sentence } from '../fact-kinds.ts';
import { CONTRACT_STATUS, NONE, NOT_SET, PAYMENT_MODE } from '../status-words.ts';

/**
 * What approving a shipment is judged by; amounts are gross, in the PO's currency.
 * Source: crm_purchase_order, crm_deal, crm_customer_profile, crm_credit_limit, crm_receivable,
 * crm_payment_allocation, crm_contract, crm_reservation_mirror, crm_shortage,
 * crm_group_stock.
 */
export const shipmentApprovalFacts = z.object({
  currency: z.enum(['TRY', 'USD', 'EUR']).describe('currency of the PO'),
  grossAmount: amount().describe('gross amount of the PO'),
  paymentMode: oneOf(PAYMENT_MODE).describe('of the customer in this org'),
  creditBlocked: z.boolean().describe('crm_deal.credit_blocked'),
  creditBlockReason: sentence().describe('why, empty when not blocked'),
  paymentConfirmed: z.boolean().describe('a manager confirmed payment of this PO'),
  allocatedAmount: amount().describe('payments allocated to this PO'),
  contractStatus: oneOf(CONTRACT_STATUS).describe('of the deal'),
  overdueAmount: amount().describe('open and past due date + grace days, this customer, org and currency'),
  oldestOverdue: dayOrNothing(NONE).describe('due date of the oldest overdue receivable, YYYY-MM-DD'),
  exposureAmount: amount().describe('open receivables of approved or released POs, this PO excluded'),
  exposureAfter: amount().describe('exposure with this PO'),
  limitAmount: amount({ nothing: NONE }).nullable().describe('credit limit in this currency; null when none was granted'),
  lineCount: count().describe('open lines of the PO'),
  allocatedLineCount: count().describe('of these, confirmed by the warehouse with rolls and meters'),
  shipDate: dayOrNothing(NOT_SET).describe('YYYY-MM-DD'),
  openShortageCount: count().describe('undecided shortages on its lines'),
  groupReleasePending: z.boolean().describe('stock of another org in this PO, and this org is overdue or over a limit there, or no customer there'),
  blockedLineCount: count().describe('lines blocked by an open post-PO issue'),
});
