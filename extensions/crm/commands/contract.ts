import { z } from 'zod';
import { commandOn, type CommandContext, type SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import { conflict, notFound } from '@selvedge/kernel/errors.ts';
import { CONTRACT_STATUS } from '@selvedge/rules/status-words.ts';
import { id, note, reason } from '../input.ts';
import { appendTimeline } from '../timeline/append.ts';

async function decide(
  { tx, subject, org, identity, now, changed }: CommandContext<SubjectRow<'crm_deal'>>,
  status: 'signed_received' | 'waived',
  kind: string,
  text: string | undefined,
) {
  const contract = await tx.maybe<{ id: string; status: keyof typeof CONTRACT_STATUS }>('select id, status from crm_contract where deal = $1 for update', [
    subject.id,
  ]);
  if (!contract) throw notFound();
  if (contract.status !== 'awaiting_signature')
    throw conflict(
      'CONTRACT_ALREADY_DECIDED',
      { en: `The contract of ${subject.code} is ${contract.status}.`, tr: `${subject.code} sözleşmesi: ${CONTRACT_STATUS[contract.status].tr}.` },
      { status: contract.status },
    );
  await tx.update('crm_contract', contract.id, { status, decided_by: identity.userId, decided_at: now, note: text ?? null });
  appendTimeline(tx, [{ org: org.id, deal: subject.id, source: 'person', kind, actor: identity.userId, details: text ? { note: text } : {}, at: now }]);
  changed('crm_contract', contract.id, { before: { status: contract.status }, after: { status } });
  return { dealId: subject.id, status };
}

/** The signed contract of a cash deal is here (J41). */
export const receiveSignedContract = commandOn({
  name: 'contract.receive-signed',
  system: 'crm',
  title: { en: 'Signed contract received', tr: 'İmzalı sözleşme alındı' },
  permission: 'deals:edit',
  input: z.strictObject({ deal: id, note: note.optional() }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  reason: (body) => body.note,
  run: (context, body) => decide(context, 'signed_received', 'contract.receive-signed', body.note),
});

/** A manager does without the contract, with a note (MGR-5). */
export const waiveContract = commandOn({
  name: 'contract.waive',
  system: 'crm',
  title: { en: 'Waive contract', tr: 'Sözleşmeden muaf tut' },
  permission: 'contract:waive',
  input: z.strictObject({ deal: id, note: reason }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  reason: (body) => body.note,
  run: (context, body) => decide(context, 'waived', 'contract.waive', body.note),
});
