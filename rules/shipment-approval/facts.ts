import { z } from 'zod';
import { amount, count, dayOrNothing, flag, oneOf, sentence } from '../fact-kinds.ts';
import { CONTRACT_STATUS, CURRENCY, NONE, NOT_SET, PAYMENT_MODE } from '../status-words.ts';

/**
 * What approving a shipment is judged by; amounts are gross, in the PO's currency.
 * Source: crm_purchase_order, crm_deal, crm_customer_profile, crm_credit_limit, crm_receivable,
 * crm_payment_allocation, crm_contract, crm_reservation_mirror, crm_shortage,
 * crm_group_stock.
 */
export const shipmentApprovalFacts = z.object({
  currency: oneOf({ en: 'Currency', tr: 'Para birimi' }, CURRENCY).describe('crm_purchase_order.currency'),
  grossAmount: amount({ en: 'Amount of the PO', tr: 'Siparişin tutarı' }).describe('crm_purchase_order.gross_amount'),
  paymentMode: oneOf({ en: 'Payment mode', tr: 'Ödeme şekli' }, PAYMENT_MODE).describe('of the customer in this org'),
  creditBlocked: flag({ en: 'Credit blocked', tr: 'Kredi engeli' }).describe('crm_deal.credit_blocked'),
  creditBlockReason: sentence({ en: 'Credit block reason', tr: 'Kredi engelinin nedeni' }).describe('why, empty when not blocked'),
  paymentConfirmed: flag({ en: 'Payment confirmed', tr: 'Ödeme onaylı' }).describe('a manager confirmed payment of this PO'),
  allocatedAmount: amount({ en: 'Payments for this PO', tr: 'Bu siparişe dağıtılan ödeme' }).describe('payments allocated to this PO'),
  contractStatus: oneOf({ en: 'Contract', tr: 'Sözleşme' }, CONTRACT_STATUS).describe('crm_contract.status of the deal'),
  overdueAmount: amount({ en: 'Overdue', tr: 'Vadesi geçmiş' }).describe('open and past due date + grace days, this customer, org and currency'),
  oldestOverdue: dayOrNothing({ en: 'Oldest overdue since', tr: 'En eski gecikme' }, NONE).describe('due date of the oldest overdue receivable, YYYY-MM-DD'),
  exposureAmount: amount({ en: 'Exposure without this PO', tr: 'Bu sipariş hariç risk' }).describe(
    'open receivables of approved or released POs, this PO excluded',
  ),
  exposureAfter: amount({ en: 'Exposure with this PO', tr: 'Bu siparişle birlikte risk' }).describe('exposure with this PO'),
  limitAmount: amount({ en: 'Credit limit', tr: 'Kredi limiti' }, { nothing: NONE })
    .nullable()
    .describe('credit limit in this currency; null when none was granted'),
  lineCount: count({ en: 'Lines', tr: 'Satırlar' }).describe('open lines of the PO'),
  allocatedLineCount: count({ en: 'Lines allocated', tr: 'Tahsisli satırlar' }).describe('of these, confirmed by the warehouse with rolls and meters'),
  shipDate: dayOrNothing({ en: 'Ship date', tr: 'Sevk tarihi' }, NOT_SET).describe('crm_purchase_order.ship_date, YYYY-MM-DD'),
  openShortageCount: count({ en: 'Undecided shortages', tr: 'Karar bekleyen eksikler' }).describe('undecided shortages on its lines'),
  groupReleasePending: flag({ en: 'Group supplier release pending', tr: 'Grup tedarikçisinin onayı bekleniyor' }).describe(
    'stock of another org in this PO, and this org is overdue or over a limit there, or no customer there',
  ),
  blockedLineCount: count({ en: 'Blocked lines', tr: 'Engelli satırlar' }).describe('lines blocked by an open post-PO issue'),
});
