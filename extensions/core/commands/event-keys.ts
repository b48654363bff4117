import { z } from 'zod';
import { commandAt } from '@selvedge/kernel/command/define-command.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { isEventKey } from '@selvedge/kernel/signature/event-keys.ts';
import { direction, id, reason } from '../input.ts';
import { credentialOfNode, ofTheNode, overlapHours, revoke, rotate } from './credentials.ts';

/**
 * Makes an event key for one direction. It is shown in this answer and never again. The direction's first
 * key makes the receiver ask for one, so on two nodes it is made where events are sent, then added where they arrive.
 * @source ADM-10; docs/decisions/0080-event-keys.md
 */
export const createEventKey = commandAt({
  name: 'event-key.create',
  system: 'core',
  title: { en: 'Create event key', tr: 'Olay anahtarı oluştur' },
  permission: 'secrets:manage',
  input: z.strictObject({ direction, overlapHours, reason }),
  reason: (input) => input.reason,
  belongsTo: ofTheNode,
  kept: ({ id: made }: { id: string; key: string | null }) => ({ id: made, key: null }),
  run: async (context, input): Promise<{ id: string; key: string | null }> => {
    const { id: made, secret: key } = await rotate(context, 'key', input);
    return { id: made, key };
  },
});

/** Takes the key that the other node made. */
export const addEventKey = commandAt({
  name: 'event-key.add',
  system: 'core',
  title: { en: 'Add event key', tr: 'Olay anahtarı ekle' },
  permission: 'secrets:manage',
  input: z.strictObject({
    direction,
    key: z
      .string()
      .trim()
      .refine(isEventKey, {
        error: () =>
          inWords({
            en: 'is no event key; paste it whole, from svk_ to its end',
            tr: 'bir olay anahtarı değil; svk_ ile başlayan metnin tamamını yapıştırın',
          }),
      }),
    overlapHours,
    reason,
  }),
  reason: (input) => input.reason,
  belongsTo: ofTheNode,
  run: async (context, input) => ({ id: (await rotate(context, 'key', input, input.key)).id }),
});

/** Ends a key at once. The last one of a direction that stays valid cannot be revoked: events would stop. */
export const revokeEventKey = commandAt({
  name: 'event-key.revoke',
  system: 'core',
  title: { en: 'Revoke event key', tr: 'Olay anahtarını iptal et' },
  permission: 'secrets:manage',
  input: z.strictObject({ eventKey: id, reason }),
  reason: (input) => input.reason,
  belongsTo: (tx, { eventKey }) => credentialOfNode(tx, 'key', eventKey),
  run: async (context, { eventKey }) => {
    await revoke(context, 'key', eventKey);
    return { eventKey, revoked: true };
  },
});
