import { allOrFirstError, type Row, type Tx } from '../database/transaction.ts';
import { Refusal } from '../errors.ts';
import type { Identity } from '../identity/identity.ts';
import type { GateBinding } from './binding.ts';
import type { Bilingual, Decision, Override } from './decision.ts';
import { gateOf, policyInForce } from './in-force.ts';

export interface JudgedGate {
  readonly decision: Decision;
  readonly facts: unknown;
  readonly orgId: string;
  /** The org's own version that judged; null for the default. */
  readonly policy: string | null;
  readonly override: Override | undefined;
}

const inBoth = (say: (language: keyof Bilingual) => string): Bilingual => ({ en: say('en'), tr: say('tr') });

export const gateBlocked = (decision: Decision) => {
  const open = decision.requirements.filter((r) => !r.met && !r.overridden);
  return new Refusal(
    'GATE_BLOCKED',
    422,
    inBoth((language) => open.map((r) => `${r.sentence[language]} ${r.seen[language]}.`).join(' ')),
    { decision },
  );
};

/**
 * Evaluates a gate for rows that stand in one table, each by the policy in force for its org. Writes nothing.
 * @returns in the order of the rows
 */
export async function judgeMany(tx: Tx, binding: GateBinding, identity: Identity, subjects: readonly Row[], now: Date): Promise<JudgedGate[]> {
  const policyOf = (orgId: string) => policyInForce(identity, orgId, binding.gate.name);
  const orgIds = [...new Set(subjects.map((subject) => String(subject['org'])))];
  const [facts, built] = await allOrFirstError([
    binding.loadFacts(tx, subjects, now),
    allOrFirstError(orgIds.map((orgId) => gateOf(tx, binding.gate, policyOf(orgId)))),
  ]);
  const gates = new Map(orgIds.map((orgId, i) => [orgId, built[i] ?? binding.gate]));
  return Promise.all(
    subjects.map(async (subject, i) => {
      const orgId = String(subject['org']);
      const gate = gates.get(orgId) ?? binding.gate;
      const decision = await gate.evaluate(facts[i], { type: binding.table, id: String(subject['id']) });
      return { decision, facts: facts[i], orgId, policy: policyOf(orgId), override: undefined };
    }),
  );
}

/** Evaluates a gate for one row, and applies an override to what may be overridden. Writes nothing. */
export async function judge(tx: Tx, binding: GateBinding, identity: Identity, subject: Row, now: Date, override?: Override): Promise<JudgedGate> {
  const [judged] = await judgeMany(tx, binding, identity, [subject], now);
  if (!judged) throw new Error(`${binding.gate.name} answered nothing for ${String(subject['id'])}.`);
  if (!override) return judged;
  const requirements = judged.decision.requirements.map((r) => (!r.met && r.overridable ? { ...r, overridden: true } : r));
  return { ...judged, override, decision: { ...judged.decision, requirements, allowed: requirements.every((r) => r.met || r.overridden) } };
}

export interface DecisionContext {
  readonly command: string | null;
  readonly actor: string;
  readonly requestId: string;
}

/** Keeps every evaluation with its facts, so that an old decision can be explained. */
export function storeDecisions(tx: Tx, judged: readonly JudgedGate[], context: DecisionContext): void {
  if (judged.length === 0) return;
  const rows = judged.map(({ decision, facts, orgId, policy, override }) => ({
    org: orgId,
    gate: decision.gate,
    policy,
    policy_version: decision.policyVersion,
    subject_type: decision.subject.type,
    subject_id: decision.subject.id,
    allowed: decision.allowed,
    facts,
    requirements: decision.requirements.map(({ code, met, overridden, seen }) => ({ code, met, overridden, seen: seen.en })),
    override,
  }));
  tx.atCommit(
    `insert into kernel.decision (org, gate, policy, policy_version, subject_type, subject_id, allowed, facts, requirements, override, command, actor, request_id)
     select r.org, r.gate, r.policy, r.policy_version, r.subject_type, r.subject_id, r.allowed, r.facts, r.requirements, r.override, $2, $3, $4
     from jsonb_to_recordset($1::jsonb) as r(org uuid, gate text, policy uuid, policy_version int, subject_type text, subject_id text, allowed boolean, facts jsonb, requirements jsonb, override jsonb)`,
    [JSON.stringify(rows), context.command, context.actor, context.requestId],
  );
}
