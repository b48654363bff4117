import { z } from 'zod';
import type { Row } from '@selvedge/kernel/database/transaction.ts';
import { notFound } from '@selvedge/kernel/errors.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { eventRange, inRange, rangeParams } from '../events/range.ts';
import { id } from '../input.ts';
import { ofOrgs, orgsWithKey } from './orgs-with-key.ts';

const OPERATE_KEY = 'events:replay';
const STATUSES = ['pending', 'delivered', 'dead', 'waiting', 'parked', 'applied', 'skipped'] as const;

const HELD: readonly string[] = ['dead', 'waiting', 'parked'];

interface EventRow extends Row {
  eventId: string;
  side: 'sent' | 'received';
  sortKey: string;
}

const common = `type, source, target, org_code as org, entity, entity_id as "entityId", sequence, status`;
/** Beyond the range: side, status, words, orgs and the place in the list ($9 to $14). */
const chosen = (side: string, time: string) =>
  `${inRange(time)} and ($9::text is null or $9 = '${side}') and ($10::text[] is null or status = any ($10))
   and ($11::text is null or type ilike $11 or entity ilike $11 or entity_id ilike $11 or id::text ilike $11) and ${ofOrgs('$12')}
   and ($13::timestamptz is null or (${time} <= $13 and (${time}, id, '${side}') < ($13, $14::uuid, $15::text)))`;

/** What left this node and what came to it, newest first. A node that hosts both systems has both sides of an event. */
export const events = defineView({
  name: 'events',
  system: 'core',
  title: { en: 'Events', tr: 'Olaylar' },
  query: eventRange
    .omit({ org: true })
    .strip()
    .extend({
      ...pageFields,
      side: z.enum(['sent', 'received']).optional(),
      /** `held` is what an operator acts on: given up, parked and waiting. */
      status: z.enum([...STATUSES, 'held']).optional(),
      /** Not `org`, which is the scope. */
      eventOrg: z.string().max(3).optional(),
      q: z.string().trim().max(100).optional(),
    }),
  run: async (context, input) => {
    const orgIds = orgsWithKey(context, OPERATE_KEY);
    const [at, after, side] = input.cursor ? decodeCursor(input.cursor, 3) : [null, null, null];
    const range = { ...input, org: input.eventOrg };
    const rows = await context.tx.query<EventRow>(
      `(select 'sent:' || id as id, id as "eventId", 'sent' as side, ${common}, coalesce(skip_reason, last_error) as reason, attempts, occurred_at as at, occurred_at::text as "sortKey"
        from kernel.outbox where ${chosen('sent', 'occurred_at')} order by outbox.occurred_at desc, outbox.id desc limit $16)
       union all
       (select 'received:' || id, id, 'received', ${common}, reason, replays, received_at, received_at::text
        from kernel.inbox where ${chosen('received', 'received_at')} order by inbox.received_at desc, inbox.id desc limit $16)
       order by at desc, "eventId" desc, side desc limit $16`,
      [
        ...rangeParams(range),
        input.side ?? null,
        input.status === undefined ? null : input.status === 'held' ? HELD : [input.status],
        input.q === undefined ? null : contains(input.q),
        orgIds,
        at,
        after,
        side,
        input.limit + 1,
      ],
    );
    const { data, nextCursor } = page(rows, input.limit, (row) => [row.sortKey, row.eventId, row.side]);
    return { data: data.map(({ sortKey: _sortKey, ...row }) => row), nextCursor };
  },
});

/** One event, as it was stored on either side of this node, and what applying it changed here. */
export const event = defineView({
  name: 'event',
  system: 'core',
  title: { en: 'Event', tr: 'Olay' },
  query: z.object({ id }),
  run: async (context, input) => {
    orgsWithKey({ ...context, orgIds: context.identity.orgs.map((org) => org.orgId) }, OPERATE_KEY);
    const { tx } = context;
    const [sent, received, changes] = await Promise.all([
      tx.maybe(
        `select ${common}, contract_version as "contractVersion", idempotency_key as "idempotencyKey", occurred_at as at, attempts, next_attempt_at as "nextAttemptAt",
           last_error as "lastError", skip_reason as "skipReason", delivered_at as "deliveredAt", answer, request_id as "requestId", signature, body from kernel.outbox where id = $1`,
        [input.id],
      ),
      tx.maybe(
        `select ${common}, contract_version as "contractVersion", idempotency_key as "idempotencyKey", received_at as at, reason, waiting_for as "waitingFor",
           applied_at as "appliedAt", replays, signature, body from kernel.inbox where id = $1`,
        [input.id],
      ),
      tx.query(
        `select id, at, subject_type as "subjectType", subject_id as "subjectId", before, after from kernel.audit where request_id = $1 order by id limit 200`,
        [input.id],
      ),
    ]);
    if (!sent && !received) throw notFound();
    return { data: { id: input.id, sent: sent ?? null, received: received ?? null, changes } };
  },
});
