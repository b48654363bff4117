import { z } from 'zod';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { dealSubmit } from '../gates/deal-submit.ts';
import { id } from '../input.ts';
import { appendTimeline } from '../timeline/append.ts';

/** Says a draft is ready to be won. */
export const submitDeal = commandOn({
  name: 'deal.submit',
  system: 'crm',
  title: { en: 'Submit deal', tr: 'Anlaşmayı gönder' },
  permission: 'deals:edit',
  gates: ['deal-submit'],
  input: z.strictObject({ deal: id }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  run: async ({ tx, subject, org, identity, now, pass, changed }) => {
    if (subject.status !== 'draft')
      throw conflict('DEAL_NOT_DRAFT', `Deal ${subject.code} is ${subject.status}; only a draft is submitted.`, { status: subject.status });
    await pass(dealSubmit, subject);
    await tx.update('crm_deal', subject.id, { status: 'submitted', submitted_at: now });
    await appendTimeline(tx, [{ org: org.id, deal: subject.id, source: 'person', kind: 'deal.submit', actor: identity.userId, at: now }]);
    changed('crm_deal', subject.id, { before: { status: 'draft' }, after: { status: 'submitted' } });
    return { dealId: subject.id, status: 'submitted' as const };
  },
});
