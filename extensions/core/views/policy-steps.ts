import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import { personName } from './parts.ts';

/** One thing that somebody did to a version of a policy, and why. */
export interface PolicyStep {
  readonly command: string;
  readonly at: Date;
  readonly actorName: string | null;
  readonly onBehalfOfName: string | null;
  /** What was written as the change's note, or said for the step. */
  readonly reason: string | null;
}

/** Latest steps of one version that are told: somebody may save a draft a thousand times. */
const MAX_STEPS = 100;

/**
 * Every step of some versions, the first one first, from the audit: it is appended to only, and its chain is sealed.
 * @returns by the version's id
 */
export async function stepsOf(tx: Tx, versions: readonly string[]): Promise<ReadonlyMap<string, readonly PolicyStep[]>> {
  const rows = await tx.query<Row & PolicyStep & { policy: string }>(
    `select s.policy, s.command, s.at, s.reason, ${personName('u')} as "actorName", ${personName('b')} as "onBehalfOfName"
     from (select a.subject_id as policy, a.id, a.command, a.at, a.reason, a.actor, a.on_behalf_of,
             row_number() over (partition by a.subject_id order by a.id desc) as recency
           from kernel.audit a where a.subject_type = 'core_gate_policy' and a.subject_id = any ($1)) s
     left join directus_users u on u.id::text = s.actor left join directus_users b on b.id = s.on_behalf_of
     where s.recency <= $2 order by s.id`,
    [versions, MAX_STEPS],
  );
  const steps = new Map<string, PolicyStep[]>();
  for (const { policy, ...step } of rows) steps.set(policy, [...(steps.get(policy) ?? []), step]);
  return steps;
}
