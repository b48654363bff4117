import { z } from 'zod';
import { amount, flag, instantOrNothing, oneOf } from '../fact-kinds.ts';
import { CURRENCY, NONE, NOT_YET } from '../status-words.ts';

/**
 * What letting a proforma out is judged by; amounts are gross, in the proforma's currency.
 * Source: crm_proforma, its balance check, crm_receivable, crm_credit_limit.
 */
export const proformaReleaseFacts = z.object({
  currency: oneOf({ en: 'Currency', tr: 'Para birimi' }, CURRENCY).describe('currency of the proforma'),
  totalOpenAmount: amount({ en: 'Total open', tr: 'Toplam açık bakiye' }).describe('open receivables of the customer in this org and currency'),
  overdueAmount: amount({ en: 'Overdue', tr: 'Vadesi geçmiş' }).describe('of these, past due date + grace days'),
  availableLimitAmount: amount({ en: 'Available limit', tr: 'Kullanılabilir limit' }, { nothing: NONE })
    .nullable()
    .describe('limit less exposure, may be negative; null when no limit was granted'),
  requestedNewAmount: amount({ en: 'Requested new', tr: 'Yeni istenen tutar' }).describe('gross amount of the proforma'),
  acknowledgedAt: instantOrNothing({ en: 'Balance check acknowledged at', tr: 'Bakiye kontrolünün onay zamanı' }, NOT_YET).describe(
    'when somebody confirmed having seen the four figures, ISO',
  ),
  figuresAsAcknowledged: flag({ en: 'Figures as acknowledged', tr: 'Rakamlar onaylandığı gibi' }).describe(
    'whether the four figures are still those that were acknowledged; false before',
  ),
});
