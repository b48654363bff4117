import { z } from 'zod';
import { commandIn } from '@selvedge/kernel/command/define-command.ts';
import { email, id } from '../input.ts';

/**
 * The address that an org's mails go out in the name of, on this node. CRM keeps the organisations and tells the
 * warehouse's node of them, save the sender: `org.updated` as it is published carries none. So where WMS has a node
 * of its own, the sender of its mails is set there, as tuned keys are.
 * @source docs/decisions/0087-senders-are-set-per-node.md
 */
export const setSender = commandIn({
  name: 'org.set-sender',
  system: 'core',
  title: { en: 'Set the sender of mails', tr: 'İletilerin göndereni' },
  permission: 'access:manage',
  input: z.strictObject({ org: id, senderEmail: email.nullable().default(null) }),
  org: (body) => body.org,
  run: async ({ tx, org, changed }, { senderEmail }) => {
    const before = await tx.one<{ sender_email: string | null }>('select sender_email from core_org where id = $1 for update', [org.id]);
    await tx.update('core_org', org.id, { sender_email: senderEmail });
    changed('core_org', org.id, { before, after: { sender_email: senderEmail } });
    return { orgId: org.id };
  },
});
