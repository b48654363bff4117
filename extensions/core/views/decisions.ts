import { z } from 'zod';
import { notFound } from '@selvedge/kernel/errors.ts';
import type { Row } from '@selvedge/kernel/database/transaction.ts';
import type { Gate, KeptResult, Override } from '@selvedge/kernel/gate/decision.ts';
import { policyOf } from '@selvedge/kernel/gate/in-force.ts';
import { defineView, type View, type ViewContext } from '@selvedge/kernel/view/define-view.ts';
import { decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { gateName } from '../gates/policy-versions.ts';
import { gateNamed } from '../gates/known-gates.ts';
import { namesOf } from '../gates/subjects.ts';
import { UNMET } from '../gates/unmet.ts';
import { instant } from '../input.ts';
import { policyOrgs } from './gate-parts.ts';
import { personName } from './parts.ts';

interface DecisionRow extends Row {
  readonly id: number;
  readonly gate: string;
  readonly subjectId: string;
  readonly override: Override | null;
}

interface Kept {
  readonly facts: unknown;
  readonly kept: readonly KeptResult[];
  /** The policy that judged, where it was kept. */
  readonly definition: string | null;
  /** The product's policy of that day, whose locks counted as well; null for what was judged before they did. */
  readonly shipped: string | null;
  readonly subjectType: string;
  readonly version: number;
}

const COLUMNS = `d.id, d.at, o.code as org, d.gate, d.policy, coalesce(p.version, d.policy_version) as version, d.subject_type as "subjectType", d.subject_id as "subjectId", d.allowed,
  ${UNMET} as unmet,
  ${personName('u')} as "actorName", d.command, d.override`;
const FROM = `kernel.decision d join core_org o on o.id = d.org left join core_gate_policy p on p.id = d.policy left join directus_users u on u.id::text = d.actor`;

async function named(context: ViewContext, rows: readonly DecisionRow[]) {
  const names = await namesOf(context.tx, context.node, rows);
  return rows.map((row) => {
    const { label, amount, currency } = names.get(`${row.gate} ${row.subjectId}`) ?? {};
    return { ...row, label: label ?? null, amount: amount ?? null, currency: currency ?? null };
  });
}

/** Said outright, not by a parameter: only so does the index of the overrides count. */
const OVERRIDDEN = { true: 'and d.override is not null', false: 'and d.override is null' } as const;

const flag = z.enum(['true', 'false']).transform((word) => word === 'true');

/** What the gates decided, newest first. */
const decisions = defineView({
  name: 'decisions',
  system: 'core',
  title: { en: 'Decisions of the gates', tr: 'Geçitlerin kararları' },
  query: z.object({ ...pageFields, gate: gateName.optional(), allowed: flag.optional(), overridden: flag.optional() }),
  run: async (context, query) => {
    const [before] = query.cursor ? decodeCursor(query.cursor, 1) : [null];
    const rows = await context.tx.query<DecisionRow>(
      `select ${COLUMNS} from ${FROM}
       where d.org = any ($1::uuid[]) and ($2::text is null or d.gate = $2) and ($3::boolean is null or d.allowed = $3)
         and ($4::bigint is null or d.id < $4) ${query.overridden === undefined ? '' : OVERRIDDEN[String(query.overridden) as 'true' | 'false']}
       order by d.id desc limit $5`,
      [policyOrgs(context), query.gate ?? null, query.allowed ?? null, before, query.limit + 1],
    );
    const { data, nextCursor } = page(rows, query.limit, (row) => [row.id]);
    return { data: await named(context, data), nextCursor };
  },
});

/** A gate as it judged then: by the version of that day, with the locks of that day and no later ones. */
const asJudged = (gate: string, policy: Record<string, unknown>, shipped: string | null): Gate<unknown> =>
  gateNamed(gate).gate.withPolicy(policy, shipped === null ? policy : JSON.parse(shipped));

/** One decision, explained by the policy and the facts of its day. */
const decision = defineView({
  name: 'decision',
  system: 'core',
  title: { en: 'A decision, as of its day', tr: 'Bir karar, kendi gününe göre' },
  query: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
  run: async (context, query) => {
    const { tx } = context;
    const row = await tx.maybe<DecisionRow & Kept>(
      `select ${COLUMNS}, d.facts, d.requirements as kept, coalesce(p.definition, g.definition) as definition, g.definition as shipped from ${FROM}
       left join kernel.gate_default g on g.gate = d.gate and g.version = case when d.policy is null then d.policy_version else d.default_version end
       where d.org = any ($1::uuid[]) and d.id = $2`,
      [policyOrgs(context), query.id],
    );
    if (!row) throw notFound();
    const { definition, shipped, kept, ...shown } = row;
    const [first] = await named(context, [shown]);
    const gate = definition === null ? null : asJudged(row.gate, policyOf(definition, row.version), shipped);
    return { data: { ...first, asOf: gate?.recall(row.facts, kept, { type: row.subjectType, id: row.subjectId }) ?? null } };
  },
});

/** Who overrode what, and how often. */
const overrides = defineView({
  name: 'overrides',
  system: 'core',
  title: { en: 'Overrides', tr: 'Aşmalar' },
  /** Of one gate or all; the last 90 days unless a period is named. */
  query: z.object({ gate: gateName.optional(), from: instant.optional(), to: instant.optional() }),
  run: async (context, query) => {
    const rows = await context.tx.query(
      `select concat_ws(' ', d.org, d.gate, r.value ->> 'code', d.override ->> 'reasonCode', d.actor) as id, o.code as org, d.gate, r.value ->> 'code' as code,
         d.override ->> 'reasonCode' as "reasonCode", ${personName('u')} as "actorName", count(*)::int as count, max(d.at) as "lastAt"
       from kernel.decision d join core_org o on o.id = d.org left join directus_users u on u.id::text = d.actor
         cross join lateral jsonb_array_elements(d.requirements) r
       where d.override is not null and d.allowed and (r.value ->> 'overridden')::boolean and d.org = any ($1::uuid[])
         and d.at >= coalesce($2::timestamptz, coalesce($3::timestamptz, now()) - interval '90 days') and ($3::timestamptz is null or d.at < $3)
         and ($4::text is null or d.gate = $4)
       group by d.org, o.code, d.gate, r.value ->> 'code', d.override ->> 'reasonCode', d.actor, u.first_name, u.last_name, u.email
       order by count(*) desc, max(d.at) desc limit 500`,
      [policyOrgs(context), query.from ?? null, query.to ?? null, query.gate ?? null],
    );
    return { data: rows };
  },
});

export const decisionViews: readonly View[] = [decisions, decision, overrides];
