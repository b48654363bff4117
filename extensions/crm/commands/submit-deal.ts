import { z } from 'zod';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { askGate } from '@selvedge/kernel/gate/binding.ts';
import { DEAL_STATUS } from '@selvedge/rules/status-words.ts';
import { submit } from '../deals/submit.ts';
import { dealSubmit } from '../gates/deal-submit.ts';
import { id } from '../input.ts';

/** Says a draft is ready to be won. */
export const submitDeal = commandOn({
  name: 'deal.submit',
  system: 'crm',
  title: { en: 'Submit deal', tr: 'Anlaşmayı gönder' },
  permission: 'deals:edit',
  gates: ['deal-submit'],
  input: z.strictObject({ deal: id }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  reads: (tx, { deal }, now) => askGate(tx, dealSubmit, { id: deal }, now),
  run: async (context, _, asked) => {
    const { subject, changed } = context;
    if (subject.status !== 'draft')
      throw conflict(
        'DEAL_NOT_DRAFT',
        {
          en: `Deal ${subject.code} is ${subject.status}; only a draft is submitted.`,
          tr: `${subject.code} anlaşması: ${DEAL_STATUS[subject.status].tr}; yalnız taslak gönderilir.`,
        },
        { status: subject.status },
      );
    await submit(context, subject, asked);
    changed('crm_deal', subject.id, { before: { status: 'draft' }, after: { status: 'submitted' } });
    return { dealId: subject.id, status: 'submitted' as const };
  },
});
