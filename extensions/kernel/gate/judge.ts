import { allOrFirstError, type Tx } from '../database/transaction.ts';
import { Refusal } from '../errors.ts';
import type { Identity } from '../identity/identity.ts';
import type { AskedGate, GateBinding, NamedRow } from './binding.ts';
import { refuses, type Bilingual, type Decision, type Override } from './decision.ts';
import { gateOf, policyInForce } from './in-force.ts';

export interface JudgedGate {
  readonly decision: Decision;
  readonly facts: unknown;
  readonly orgId: string;
  /** The org's own version that judged; null for the default. */
  readonly policy: string | null;
  /** Of the product's own policy, whose locks count in every version. */
  readonly defaultVersion: number;
  readonly override: Override | undefined;
}

const inBoth = (say: (language: keyof Bilingual) => string): Bilingual => ({ en: say('en'), tr: say('tr') });

export const gateBlocked = (decision: Decision) => {
  const open = decision.requirements.filter(refuses);
  return new Refusal(
    'GATE_BLOCKED',
    422,
    inBoth((language) => open.map((r) => `${r.sentence[language]} ${r.seen[language]}.`).join(' ')),
    { decision },
  );
};

/** An override is given for the one row that somebody looked at, unless the gate's policy takes it in bulk (J37). */
export const overrideSingle = (gate: string) =>
  new Refusal(
    'OVERRIDE_SINGLE',
    422,
    {
      en: `The gate ${gate} is overridden one by one; leave "override" out of the list and override this one by itself.`,
      tr: `${gate} geçidi tek tek aşılır; listeden "override" alanını çıkarın ve bunu kendi başına aşın.`,
    },
    { gate },
  );

/**
 * Evaluates a gate for rows that stand in one table, each by the policy in force for its org. Writes nothing.
 * @returns in the order of the rows
 */
export async function judgeMany(tx: Tx, asked: GateBinding | AskedGate, identity: Identity, subjects: readonly NamedRow[], now: Date): Promise<JudgedGate[]> {
  const [binding, read] = 'binding' in asked ? [asked.binding, asked.factsOf] : [asked, undefined];
  const policyOf = (orgId: string) => policyInForce(identity, orgId, binding.gate.name);
  const orgIds = [...new Set(subjects.map((subject) => String(subject['org'])))];
  const [factsOf, built] = await allOrFirstError([
    read ? Promise.resolve(read) : binding.loadFacts(tx, subjects, now),
    allOrFirstError(orgIds.map((orgId) => gateOf(tx, binding.gate, policyOf(orgId)))),
  ]);
  const gates = new Map(orgIds.map((orgId, i) => [orgId, built[i] ?? binding.gate]));
  return Promise.all(
    subjects.map(async (subject) => {
      const orgId = String(subject['org']);
      const gate = gates.get(orgId) ?? binding.gate;
      const facts = factsOf(subject);
      const decision = await gate.evaluate(facts, { type: binding.table, id: subject.id });
      return { decision, facts, orgId, policy: policyOf(orgId), defaultVersion: binding.gate.version, override: undefined };
    }),
  );
}

/**
 * Evaluates a gate for what is no row yet, by the policy in force for one org. Writes nothing, and nothing keeps it.
 * @returns in the order of the facts
 */
export async function judgeFacts(tx: Tx, { gate, table }: GateBinding, identity: Identity, orgId: string, facts: readonly unknown[]): Promise<Decision[]> {
  if (facts.length === 0) return [];
  const inForce = await gateOf(tx, gate, policyInForce(identity, orgId, gate.name));
  return Promise.all(facts.map((one) => inForce.evaluate(one, { type: table, id: '' })));
}

/** Evaluates a gate for one row, and applies an override to what may be overridden. Writes nothing. */
export async function judge(
  tx: Tx,
  asked: GateBinding | AskedGate,
  identity: Identity,
  subject: NamedRow,
  now: Date,
  override?: Override,
): Promise<JudgedGate> {
  const [judged] = await judgeMany(tx, asked, identity, [subject], now);
  if (!judged) throw new Error(`A gate answered nothing for ${subject.id}.`);
  if (!override) return judged;
  const requirements = judged.decision.requirements.map((r) => (refuses(r) && r.overridable ? { ...r, overridden: true } : r));
  // An override that lifts nothing is none: what passes by itself reads as allowed, and what nothing lifts as refused.
  if (!requirements.some((r) => r.overridden)) return judged;
  return { ...judged, override, decision: { ...judged.decision, requirements, allowed: !requirements.some(refuses) } };
}

export interface DecisionContext {
  readonly command: string | null;
  readonly actor: string;
  readonly requestId: string;
}

/** Keeps every evaluation with its facts, so that an old decision can be explained. */
export function storeDecisions(tx: Tx, judged: readonly JudgedGate[], context: DecisionContext): void {
  const rows = judged.map(({ decision, facts, orgId, policy, defaultVersion, override }) => ({
    org: orgId,
    gate: decision.gate,
    policy,
    policy_version: decision.policyVersion,
    default_version: defaultVersion,
    subject_type: decision.subject.type,
    subject_id: decision.subject.id,
    allowed: decision.allowed,
    facts,
    requirements: decision.requirements.map(({ code, met, overridden, severity, seen }) => ({ code, met, overridden, severity, seen: seen.en })),
    override,
    command: context.command,
    actor: context.actor,
    request_id: context.requestId,
  }));
  tx.insertAtCommit('kernel.decision', rows);
}
