import { z } from 'zod';
import { bulkBy } from '@selvedge/kernel/command/bulk.ts';
import { commandAt } from '@selvedge/kernel/command/define-command.ts';
import type { Row } from '@selvedge/kernel/database/transaction.ts';
import { skipDelivery } from '@selvedge/kernel/delivery/skip.ts';
import { chosenEvents, inRange, itemsOf } from '../events/range.ts';
import { id, reason } from '../input.ts';

const skipOne = commandAt({
  name: 'delivery.skip',
  system: 'core',
  title: { en: 'Skip dead letter', tr: 'Teslim edilemeyeni atla' },
  permission: 'events:replay',
  input: z.strictObject({ event: id, reason }),
  reason: (input) => input.reason,
  belongsTo: async (tx, { event }) => (await tx.maybe<Row & { org: string | null }>('select org from kernel.outbox where id = $1', [event]))?.org,
  run: async ({ asSystem, changed }, { event, reason: why }) => {
    await asSystem((tx) => skipDelivery(tx, event, why));
    changed('kernel.outbox', event, { before: { status: 'dead' }, after: { status: 'skipped', reason: why } });
    return { event, status: 'skipped' as const };
  },
});

/** Gives up on dead letters, some or all of a range, with one reason. */
export const skipDeliveries = bulkBy(skipOne, {
  name: 'delivery.skip',
  title: { en: 'Skip dead letters', tr: 'Teslim edilemeyenleri atla' },
  input: chosenEvents,
  items: itemsOf(`select id from kernel.outbox where status = 'dead' and ${inRange('occurred_at')}`),
});
