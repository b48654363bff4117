import { z } from 'zod';
import type { CommandContext } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import type { CredentialKind } from '@selvedge/kernel/signature/secrets.ts';
import { endsOf, type direction } from '../input.ts';

/** Hours in which the earlier ones of a direction go on being accepted. */
export const overlapHours = z.number().int().min(0).max(720).default(24);

/** What proves one system to the other serves every organisation, so it is the installation's (docs/decisions/0070). */
export const ofTheNode = () => Promise.resolve(null);

export const credentialOfNode = async (tx: Tx, kind: CredentialKind, id: string): Promise<null | undefined> =>
  (await tx.maybe('select id from kernel.webhook_secret where id = $1 and kind = $2', [id, kind])) ? null : undefined;

interface Wish {
  readonly direction: z.infer<typeof direction>;
  readonly overlapHours: number;
}

/** Makes one for a direction, or takes what the other node made, and lets the earlier ones of its kind end. */
export async function rotate({ asSystem, changed, node }: CommandContext, kind: CredentialKind, wish: Wish, given?: string) {
  const ends = endsOf(wish.direction);
  const isSender = node.inboxes.has(ends.source);
  const made = await asSystem((tx) => node.secrets.rotate(tx, { ...ends, kind, isSender, overlapSeconds: wish.overlapHours * 3_600, given }));
  changed('kernel.webhook_secret', made.id, { after: { kind, direction: wish.direction, overlapHours: wish.overlapHours } });
  return made;
}

export async function revoke({ asSystem, changed, node, now }: CommandContext, kind: CredentialKind, id: string): Promise<void> {
  const { source, target } = await asSystem((tx) => node.secrets.revoke(tx, kind, id, now));
  changed('kernel.webhook_secret', id, { before: { revoked: false }, after: { kind, revoked: true, direction: `${source}>${target}` } });
}
