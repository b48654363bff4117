import type { RowFor } from '@selvedge/directus/model/index.ts';
import type { CommandContext } from '@selvedge/kernel/command/define-command.ts';
import { dealSubmit } from '../gates/deal-submit.ts';
import { appendTimeline } from '../timeline/append.ts';

/** Takes a draft past its gate. @throws Refusal GATE_BLOCKED */
export async function submit({ tx, org, identity, now, pass }: CommandContext<unknown>, deal: RowFor<'crm_deal'>): Promise<void> {
  await pass(dealSubmit, deal);
  tx.updateAtCommit('crm_deal', deal, { status: 'submitted', submitted_at: now });
  appendTimeline(tx, [{ org: org.id, deal: deal.id, source: 'person', kind: 'deal.submit', actor: identity.userId, at: now }]);
}
