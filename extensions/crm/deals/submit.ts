import type { AskedGate, GateBinding } from '@selvedge/kernel/gate/binding.ts';
import type { CommandContext, SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import { dealSubmit } from '../gates/deal-submit.ts';
import { appendTimeline } from '../timeline/append.ts';

/** Takes a draft past its gate. @throws Refusal GATE_BLOCKED */
export async function submit(
  { tx, org, identity, now, pass }: CommandContext<unknown>,
  deal: SubjectRow<'crm_deal'>,
  gate: GateBinding | AskedGate = dealSubmit,
): Promise<void> {
  await pass(gate, deal);
  tx.updateAtCommit('crm_deal', deal, { status: 'submitted', submitted_at: now, submitted_by: identity.userId });
  appendTimeline(tx, [{ org: org.id, deal: deal.id, source: 'person', kind: 'deal.submit', actor: identity.userId, at: now }]);
}
