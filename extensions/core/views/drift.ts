import { z } from 'zod';
import type { Row } from '@selvedge/kernel/database/transaction.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { ofOrgs, orgsWithKey } from './orgs-with-key.ts';

const OPERATE_KEY = 'events:replay';

/** Where mirrors differ from their owners, newest first. */
export const drift = defineView({
  name: 'drift',
  system: 'core',
  title: { en: 'Differences', tr: 'Farklar' },
  query: z.object({ ...pageFields, state: z.enum(['open', 'healed']).default('open'), mirror: z.string().max(40).optional() }),
  run: async (context, input) => {
    const orgIds = orgsWithKey(context, OPERATE_KEY);
    const [at, after] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const rows = await context.tx.query<Row & { id: string; sortKey: string }>(
      `select id, mirror, keeper, owner, entity_id as "entityId", org_code as org, kind, left(owner_digest, 12) as "ownerDigest", left(mirror_digest, 12) as "mirrorDigest",
         found_at as "foundAt", seen_at as "seenAt", told_at as "toldAt", healed_at as "healedAt", found_at::text as "sortKey"
       from kernel.drift where (healed_at is null) = ($1 = 'open') and ($2::text is null or mirror = $2) and ${ofOrgs('$3')}
         and ($4::timestamptz is null or (found_at, id) < ($4, $5::uuid))
       order by found_at desc, drift.id desc limit $6`,
      [input.state, input.mirror ?? null, orgIds, at, after, input.limit + 1],
    );
    const { data, nextCursor } = page(rows, input.limit, (row) => [row.sortKey, row.id]);
    return { data: data.map(({ sortKey: _sortKey, ...row }) => row), nextCursor };
  },
});

/** The last comparison of each mirror this node keeps. Counts are of the whole group: they name nothing. */
export const driftRuns = defineView({
  name: 'drift-runs',
  system: 'core',
  title: { en: 'Comparisons', tr: 'Karşılaştırmalar' },
  query: z.object({}),
  run: async (context) => {
    orgsWithKey(context, OPERATE_KEY);
    const runs = await context.tx.query<Row & { mirror: string }>(
      `select distinct on (mirror) mirror, at, compared, differing, in_flight as "inFlight", error from kernel.drift_run order by mirror, id desc`,
    );
    const data = context.node.keeps.map(({ name, owner, keeper }) => ({ id: name, mirror: name, owner, keeper, ...runs.find((run) => run.mirror === name) }));
    return { data, nextCursor: null };
  },
});
