import { z } from 'zod';
import { commandIn } from '@selvedge/kernel/command/define-command.ts';
import { brandColor, email, id } from '../input.ts';

/**
 * What an org looks like on this node: the address that its mails go out in the name of, and its colour. What is left
 * out is taken away. CRM keeps the organisations and tells the warehouse's node of them, save these two: `org.updated`
 * as it is published carries neither. So where WMS has a node of its own they are set there, as tuned keys are.
 * @source docs/decisions/0087-branding-is-set-per-node.md
 */
export const setBranding = commandIn({
  name: 'org.set-branding',
  system: 'core',
  title: { en: 'Set branding', tr: 'Görünümü ayarla' },
  permission: 'access:manage',
  input: z.strictObject({ org: id, senderEmail: email.nullable().default(null), brandColor: brandColor.nullable().default(null) }),
  org: (body) => body.org,
  run: async ({ tx, org, changed }, body) => {
    const before = await tx.one<{ sender_email: string | null; brand_color: string | null }>(
      'select sender_email, brand_color from core_org where id = $1 for update',
      [org.id],
    );
    const after = { sender_email: body.senderEmail, brand_color: body.brandColor };
    await tx.update('core_org', org.id, after);
    changed('core_org', org.id, { before, after });
    return { orgId: org.id };
  },
});
