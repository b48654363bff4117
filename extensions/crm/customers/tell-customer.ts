import type { RowFor } from '@selvedge/directus/model/index.ts';
import type { CommandContext, SubjectRow } from '@selvedge/kernel/command/define-command.ts';

/** Adds a line to the customer's own story, which its page tells among those of its deals. */
export function tellCustomer(
  { tx, org, subject, identity, now }: CommandContext<SubjectRow<'crm_customer_profile'>>,
  kind: RowFor<'crm_customer_entry'>['kind'],
  details: Record<string, unknown>,
): void {
  tx.insertAtCommit('crm_customer_entry', [{ org: org.id, profile: subject.id, kind, actor: identity.userId, details, occurred_at: now }]);
}
