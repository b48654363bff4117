import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { refuses, type Gate } from '@selvedge/kernel/gate/decision.ts';
import { FACTS_INVALID } from '@selvedge/rules/evaluate.ts';
import { UNMET } from './unmet.ts';

/** Decisions replayed before others get their turn on this node. */
const AT_ONCE = 250;

interface Past extends Record<string, unknown> {
  readonly id: number;
  readonly at: Date;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly facts: unknown;
  readonly unmet: readonly string[];
}

/** A past decision that the draft would have made the other way round. */
export interface Turned {
  readonly decision: number;
  readonly at: Date;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly wasAllowed: boolean;
  readonly isAllowed: boolean;
  /** What refuses now and did not then, or the other way round. */
  readonly codes: readonly string[];
}

export interface Backtest {
  readonly replayed: number;
  /** Of these, judged before the gate asked for all the facts that it asks for today; they say nothing of the draft. */
  readonly unreadable: number;
  readonly turned: readonly Turned[];
}

const differing = (a: readonly string[], b: readonly string[]) => [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];

/**
 * Replays a gate over the stored facts of an org's latest decisions. What was overridden then counts
 * as unmet: the override was a person's, not the policy's.
 * @param limit decisions, newest first
 */
export async function backtest(tx: Tx, gate: Gate<unknown>, org: string, limit: number): Promise<Backtest> {
  const past = await tx.query<Past>(
    `select d.id, d.at, d.subject_type as "subjectType", d.subject_id as "subjectId", d.facts,
       ${UNMET} as unmet
     from kernel.decision d where d.org = $1 and d.gate = $2 order by d.id desc limit $3`,
    [org, gate.name, limit],
  );
  const turned: Turned[] = [];
  let unreadable = 0;
  for (const [i, { id, at, subjectType, subjectId, facts, unmet }] of past.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await nextTurn();
    const { requirements } = await gate.evaluate(facts, { type: subjectType, id: subjectId });
    const open = requirements.filter(refuses).map((one) => one.code);
    if (open.includes(FACTS_INVALID) && !unmet.includes(FACTS_INVALID)) {
      unreadable += 1;
      continue;
    }
    const [wasAllowed, isAllowed] = [unmet.length === 0, open.length === 0];
    if (wasAllowed !== isAllowed) turned.push({ decision: id, at, subjectType, subjectId, wasAllowed, isAllowed, codes: differing(open, unmet) });
  }
  return { replayed: past.length, unreadable, turned };
}
