import { z } from 'zod';
import { bulkBy } from '@selvedge/kernel/command/bulk.ts';
import { commandAt, type CommandContext } from '@selvedge/kernel/command/define-command.ts';
import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import { notFound } from '@selvedge/kernel/errors.ts';
import type { InboxSettings } from '@selvedge/kernel/inbox/apply.ts';
import { replayHeld, skipHeld, type Operated } from '@selvedge/kernel/inbox/operate.ts';
import { chosenEvents, inRange, itemsOf } from '../events/range.ts';
import { id, reason } from '../input.ts';

interface OneEvent {
  readonly event: string;
  readonly reason: string;
}

/** Where a received event belongs; `undefined` when it is not there or not the person's to see. */
const belongsTo = async (tx: Tx, { event }: OneEvent): Promise<string | null | undefined> =>
  (await tx.maybe<Row & { org: string | null }>('select org from kernel.inbox where id = $1', [event]))?.org;

async function operate({ asSystem, caused, changed, node }: CommandContext, { event }: OneEvent, act: (tx: Tx, inbox: InboxSettings) => Promise<Operated>) {
  const { before, after, effects } = await asSystem(async (tx) => {
    const { target } = await tx.one<{ target: string }>('select target from kernel.inbox where id = $1', [event]);
    const inbox = node.inboxes.get(target);
    if (!inbox) throw notFound();
    return act(tx, inbox);
  });
  caused(effects);
  changed('kernel.inbox', event, { before: { status: before }, after });
  return { event, ...after };
}

const replayEvent = commandAt({
  name: 'event.replay',
  system: 'core',
  title: { en: 'Replay event', tr: 'Olayı yeniden uygula' },
  permission: 'events:replay',
  input: z.strictObject({ event: id, reason }),
  reason: (input) => input.reason,
  belongsTo,
  run: (context, input) => operate(context, input, (tx, inbox) => replayHeld(tx, inbox, input.event)),
});

/** Tries events again that were parked or wait: some, or all of a range. */
export const replayEvents = bulkBy(replayEvent, {
  name: 'event.replay',
  title: { en: 'Replay events', tr: 'Olayları yeniden uygula' },
  input: chosenEvents,
  items: itemsOf(`select id from kernel.inbox where status in ('parked', 'waiting') and ${inRange('received_at')}`),
});

/** Gives up on one event, so that the later ones of its entity go on. */
export const skipEvent = commandAt({
  name: 'event.skip',
  system: 'core',
  title: { en: 'Skip event', tr: 'Olayı atla' },
  permission: 'events:replay',
  input: z.strictObject({ event: id, reason }),
  reason: (input) => input.reason,
  belongsTo,
  run: (context, input) => operate(context, input, (tx, inbox) => skipHeld(tx, inbox, input.event, input.reason)),
});
