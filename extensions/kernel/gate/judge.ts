import type pg from 'pg';
import { inTransaction, type Actor, type Row, type Tx } from '../database/transaction.ts';
import { Refusal } from '../errors.ts';
import type { GateBinding } from './binding.ts';
import type { Decision, Override } from './decision.ts';

export interface JudgedGate {
  readonly decision: Decision;
  readonly facts: unknown;
  readonly orgId: string;
  readonly override: Override | undefined;
}

export const gateBlocked = (decision: Decision) => {
  const open = decision.requirements.filter((r) => !r.met && !r.overridden);
  return new Refusal('GATE_BLOCKED', 422, open.map((r) => `${r.sentence.en} ${r.seen.en}.`).join(' '), { decision });
};

/** Evaluates a gate for one row and applies an override to what may be overridden. Writes nothing. */
export async function judge(tx: Tx, binding: GateBinding, subject: Row, now: Date, override?: Override): Promise<JudgedGate> {
  const facts = await binding.loadFacts(tx, subject, now);
  const evaluated = await binding.gate.evaluate(facts, { type: binding.table, id: String(subject['id']) });
  const requirements = evaluated.requirements.map((r) => (override && !r.met && r.overridable ? { ...r, overridden: true } : r));
  const decision = { ...evaluated, requirements, allowed: requirements.every((r) => r.met || r.overridden) };
  return { decision, facts, orgId: String(subject['org']), override };
}

export interface DecisionContext {
  readonly command: string | null;
  readonly actor: string;
  readonly requestId: string;
}

/** Keeps every evaluation with its facts, so that an old decision can be explained. */
export async function storeDecision(tx: Tx, judged: JudgedGate, context: DecisionContext): Promise<void> {
  const { decision } = judged;
  await tx.query(
    `insert into kernel.decision (org, gate, policy_version, subject_type, subject_id, allowed, facts, requirements, command, actor, override, request_id)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9, $10, $11::jsonb, $12)`,
    [
      judged.orgId,
      decision.gate,
      decision.policyVersion,
      decision.subject.type,
      decision.subject.id,
      decision.allowed,
      JSON.stringify(judged.facts),
      JSON.stringify(decision.requirements.map(({ code, met, overridden, seen }) => ({ code, met, overridden, seen: seen.en }))),
      context.command,
      context.actor,
      judged.override ? JSON.stringify(judged.override) : null,
      context.requestId,
    ],
  );
}

/** A refused command rolls back; what the gate saw is kept all the same, in a transaction of its own. */
export async function storeRefusedDecisions(pool: pg.Pool, actor: Actor, judged: readonly JudgedGate[], context: DecisionContext): Promise<void> {
  if (judged.length === 0) return;
  await inTransaction(pool, actor, async (tx) => {
    for (const one of judged) await storeDecision(tx, one, context);
  });
}
