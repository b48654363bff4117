import { z } from 'zod';
import { commandAt } from '@selvedge/kernel/command/define-command.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { isWebhookSecret } from '@selvedge/kernel/signature/secret-box.ts';
import { direction, id, reason } from '../input.ts';
import { credentialOfNode, ofTheNode, overlapHours, revoke, rotate } from './credentials.ts';

/**
 * Makes a secret for one direction. It is shown in this answer and never again: a retry is told so, and
 * what was lost on the way is revoked and made anew.
 * @source ADM-10
 */
export const createSecret = commandAt({
  name: 'secret.create',
  system: 'core',
  title: { en: 'Create webhook secret', tr: 'Webhook anahtarı oluştur' },
  permission: 'secrets:manage',
  input: z.strictObject({ direction, overlapHours, reason }),
  reason: (input) => input.reason,
  belongsTo: ofTheNode,
  kept: ({ id: made }: { id: string; secret: string | null }) => ({ id: made, secret: null }),
  run: async (context, input): Promise<{ id: string; secret: string | null }> => rotate(context, 'secret', input),
});

/** Takes the secret that the other node made, so that both know the same one. */
export const addSecret = commandAt({
  name: 'secret.add',
  system: 'core',
  title: { en: 'Add webhook secret', tr: 'Webhook anahtarı ekle' },
  permission: 'secrets:manage',
  input: z.strictObject({
    direction,
    secret: z
      .string()
      .trim()
      .refine(isWebhookSecret, {
        error: () =>
          inWords({
            en: 'is no webhook secret; paste it whole, from whsec_ to its end',
            tr: 'bir webhook anahtarı değil; whsec_ ile başlayan metnin tamamını yapıştırın',
          }),
      }),
    overlapHours,
    reason,
  }),
  reason: (input) => input.reason,
  belongsTo: ofTheNode,
  run: async (context, input) => ({ id: (await rotate(context, 'secret', input, input.secret)).id }),
});

/** Ends a secret at once. The last one of a direction that stays valid cannot be revoked: events would stop. */
export const revokeSecret = commandAt({
  name: 'secret.revoke',
  system: 'core',
  title: { en: 'Revoke webhook secret', tr: 'Webhook anahtarını iptal et' },
  permission: 'secrets:manage',
  input: z.strictObject({ secret: id, reason }),
  reason: (input) => input.reason,
  belongsTo: (tx, { secret }) => credentialOfNode(tx, 'secret', secret),
  run: async (context, { secret }) => {
    await revoke(context, 'secret', secret);
    return { secret, revoked: true };
  },
});
