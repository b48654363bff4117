import { z } from 'zod';
import { bulkBy } from '@selvedge/kernel/command/bulk.ts';
import { commandAt } from '@selvedge/kernel/command/define-command.ts';
import type { Row } from '@selvedge/kernel/database/transaction.ts';
import { retryDelivery } from '@selvedge/kernel/delivery/retry.ts';
import { chosenEvents, inRange, itemsOf } from '../events/range.ts';
import { id, reason } from '../input.ts';

const retryOne = commandAt({
  name: 'delivery.retry',
  system: 'core',
  title: { en: 'Send event again', tr: 'Olayı yeniden gönder' },
  permission: 'events:replay',
  input: z.strictObject({ event: id, reason }),
  reason: (input) => input.reason,
  belongsTo: async (tx, { event }) => (await tx.maybe<Row & { org: string | null }>('select org from kernel.outbox where id = $1', [event]))?.org,
  run: async ({ asSystem, caused, changed, now }, { event }) => {
    const { before, target } = await asSystem((tx) => retryDelivery(tx, event, now));
    caused({ outboxIds: [{ id: event, target }], changes: [] });
    changed('kernel.outbox', event, { before, after: { status: 'pending' } });
    return { event, status: 'pending' as const };
  },
});

/** Sends events again that did not arrive: dead letters, and those that wait for their next attempt. */
export const retryDeliveries = bulkBy(retryOne, {
  name: 'delivery.retry',
  title: { en: 'Send events again', tr: 'Olayları yeniden gönder' },
  input: chosenEvents,
  items: itemsOf(`select id from kernel.outbox where (status = 'dead' or (status = 'pending' and attempts > 0)) and ${inRange('occurred_at')}`),
});
