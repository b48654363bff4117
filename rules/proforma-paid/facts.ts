import { z } from 'zod';
import { amount, count, oneOf } from '../fact-kinds.ts';
import { CURRENCY, PROFORMA_STATE } from '../status-words.ts';

/**
 * What calling a proforma paid is judged by; amounts are gross, in its currency.
 * Source: crm_proforma, crm_purchase_order of its deal, crm_payment_allocation.
 */
export const proformaPaidFacts = z.object({
  state: oneOf({ en: 'State of the proforma', tr: 'Proformanın durumu' }, PROFORMA_STATE).describe('crm_proforma.state'),
  currency: oneOf({ en: 'Currency', tr: 'Para birimi' }, CURRENCY).describe('currency of the proforma'),
  grossAmount: amount({ en: 'Amount of the proforma', tr: 'Proforma tutarı' }).describe('gross amount of the proforma'),
  allocatedAmount: amount({ en: 'Payments for its POs', tr: 'Siparişlerine dağıtılan ödeme' }).describe(
    'payments in the ledger allocated to its POs, less what was reversed',
  ),
  poCount: count({ en: 'POs', tr: 'Siparişler' }).describe('POs of its deal that are not cancelled'),
  confirmedPoCount: count({ en: 'POs with confirmed payment', tr: 'Ödemesi onaylı siparişler' }).describe('of these, with a payment that a manager confirmed'),
});
