import { z } from 'zod';
import { MAX_BULK_ITEMS } from '@selvedge/kernel/command/bulk.ts';
import type { BulkItem } from '@selvedge/kernel/command/define-command.ts';
import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import { direction, endsOf, id, instant, reason } from '../input.ts';

/** What an operator may narrow a range of events down by; what is left out does not narrow. */
export const eventRange = z.strictObject({
  direction: direction.optional(),
  type: z.string().max(80).optional(),
  /** The org's code, `*` for the whole group. */
  org: z.string().max(3).optional(),
  entity: z.string().max(60).optional(),
  entityId: z.string().max(80).optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export type EventRange = z.infer<typeof eventRange>;

/** Some events by name, or all that a range holds: the oldest first, as many as one request may carry. */
export const chosenEvents = z.union([
  z.strictObject({ events: z.array(id).min(1).max(MAX_BULK_ITEMS), reason }),
  z.strictObject({ range: eventRange, reason }),
]);
export type ChosenEvents = z.infer<typeof chosenEvents>;

/** Conditions on `source`, `target`, `type`, `org_code`, `entity`, `entity_id` and a time. They take the parameters $1 to $8. */
export const inRange = (time: string) =>
  `($1::text is null or source = $1) and ($2::text is null or target = $2) and ($3::text is null or type = $3) and ($4::text is null or org_code = $4)
   and ($5::text is null or entity = $5) and ($6::text is null or entity_id = $6) and ($7::timestamptz is null or ${time} >= $7) and ($8::timestamptz is null or ${time} <= $8)`;

/** The parameters that `inRange` takes. */
export function rangeParams(range: EventRange): unknown[] {
  const ends = range.direction ? endsOf(range.direction) : undefined;
  return [ends?.source, ends?.target, range.type, range.org, range.entity, range.entityId, range.from, range.to].map((value) => value ?? null);
}

/**
 * What a choice of events comes to, as inputs of the command on one event.
 * @param found selects the ids that a range holds: `inRange` and what makes an event one to act on
 */
export const itemsOf =
  (found: string) =>
  async (tx: Tx, chosen: ChosenEvents): Promise<BulkItem[]> => {
    const ids =
      'events' in chosen
        ? [...new Set(chosen.events)]
        : (await tx.query<Row & { id: string }>(`${found} order by position limit ${MAX_BULK_ITEMS}`, rangeParams(chosen.range))).map((row) => row.id);
    return ids.map((event) => ({ name: event, body: { event, reason: chosen.reason } }));
  };
