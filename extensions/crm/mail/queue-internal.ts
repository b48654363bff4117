import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { internalText, type InternalMailType } from './internal-texts.ts';

export interface InternalMail {
  readonly type: InternalMailType;
  /** The business object it is about; one mail per type, object and recipient, ever. */
  readonly objectId: string;
  /** How people call the object. */
  readonly code: string;
  readonly audience: readonly ('sales_manager' | 'pricing')[];
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Queues a plain internal mail to everybody who holds one of the roles in the org; to the org's admins when
 * nobody does. It leaves with the transaction: no commit, no mail.
 * @source J70
 */
export async function queueInternalMail({ tx, org }: { tx: Tx; org: { id: string } }, mail: InternalMail): Promise<void> {
  const { subject, body } = internalText(mail.type, mail.code, mail.facts);
  await tx.query(
    `insert into crm_outbound_mail (org, type, object_id, recipient, subject, body)
     select $1, $2, $3, r.email, $4, $5 from app.people_of($1, $6) r on conflict (org, type, object_id, recipient) do nothing`,
    [org.id, mail.type, mail.objectId, subject, body, mail.audience],
  );
}
