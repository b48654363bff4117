import { z } from 'zod';
import { notFound } from '@selvedge/kernel/errors.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import type { GateBinding, NamedRow } from '@selvedge/kernel/gate/binding.ts';
import type { Gate } from '@selvedge/kernel/gate/decision.ts';
import { gateOf, policyInForce } from '@selvedge/kernel/gate/in-force.ts';
import { add } from '@selvedge/kernel/money.ts';
import type { HostedNode } from '@selvedge/kernel/node.ts';
import { defineView, type View } from '@selvedge/kernel/view/define-view.ts';
import { answered, isSame, type Answer } from '@selvedge/rules/check-cases.ts';
import { diffPolicies } from '@selvedge/rules/diff-policies.ts';
import { factsOf } from '@selvedge/rules/fact-kinds.ts';
import type { GateName } from '@selvedge/rules/index.ts';
import type { OwnCases } from '@selvedge/rules/own-cases.ts';
import type { PolicyProblem } from '@selvedge/rules/policy-problem.ts';
import type { GateCase } from '@selvedge/rules/read-cases.ts';
import { gateName } from '../gates/policy-versions.ts';
import { backtest, type Turned } from '../gates/backtest.ts';
import { casesOf, gateNamed, problemsOf, readPolicy } from '../gates/known-gates.ts';
import { findSubjects, namesOf, type Subject } from '../gates/subjects.ts';
import { id } from '../input.ts';
import { definitionText, draftOf, onePolicyOrg } from './gate-parts.ts';

/** Decisions that one replay judges at most, the latest ones. */
const MAX_REPLAYED = 10_000;
/** Turned decisions that one answer lists unless more are asked for; the count and the sums are of all. */
const LISTED = 500;
const replayed = z.coerce.number().int().min(1).max(MAX_REPLAYED);

/** @throws Refusal NOT_FOUND where no command of this node passes the gate */
function bindingOf(node: HostedNode, gate: GateName): GateBinding {
  const hosted = node.gates.get(gate);
  if (!hosted) throw notFound();
  return hosted.binding;
}

interface Answered extends Answer {
  readonly case: string;
  /** What the default leaves unmet. */
  readonly expected: readonly string[];
}

/** The cases of the default that a text answers otherwise. */
async function answeredOtherwise(gate: Gate<unknown>, cases: readonly GateCase[]): Promise<Answered[]> {
  const answers = await Promise.all(
    cases.map(async (one) => ({ one, answer: answered((await gate.evaluate(one.facts, { type: 'case', id: one.name })).requirements) })),
  );
  return answers
    .filter(({ one, answer }) => !isSame(answer, one))
    .map(({ one, answer }) => ({ case: `${one.theme}/${one.name}`, expected: one.unmet, ...answer }));
}

/** Whether a problem is one of the cases: the policy itself can be judged by all the same. */
const isAboutCases = ({ code, path }: PolicyProblem): boolean =>
  code.startsWith('CASE_') || code === 'REQUIREMENT_UNPROVED' || code === 'NOTHING_PASSES' || path === 'cases' || path.startsWith('cases.');

const addedSchema = z.object({ added: z.array(z.unknown()) });
const withFacts = z.object({ facts: z.record(z.string(), z.unknown()) });

/** What a text answers each case that it adds, in their order, while they are written; null for one that has no facts yet. */
async function answersToAdded(gate: Gate<unknown>, cases: string | null): Promise<(Answer | null)[]> {
  const read = addedSchema.safeParse(readJson(cases));
  if (!read.success) return [];
  return Promise.all(
    read.data.added.map(async (raw) => {
      const one = withFacts.safeParse(raw);
      return one.success ? answered((await gate.evaluate(one.data.facts, { type: 'case', id: 'case' })).requirements) : null;
    }),
  );
}

function readJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

async function textOf(tx: Tx, org: string, gate: GateName, policy: string): Promise<string> {
  const row = await tx.maybe<{ definition: string }>('select definition from core_gate_policy where id = $1 and org = $2 and gate = $3', [policy, org, gate]);
  if (!row) throw notFound();
  return row.definition;
}

/** What is wrong with a text, what it changes, and which cases it answers otherwise. */
const check = defineView({
  name: 'gate-check',
  system: 'core',
  title: { en: 'Check a policy', tr: 'Bir kuralı denetle' },
  query: z.object({ gate: gateName, definition: definitionText, cases: definitionText.nullable().default(null), against: id.nullable().default(null) }),
  run: async (context, query) => {
    const { tx, node } = context;
    const org = onePolicyOrg(context);
    const { name, gate, policy: base, factsSchema } = gateNamed(query.gate);
    const problems = await problemsOf(tx, node, name, query.definition, query.cases);
    const written = readPolicy(query.definition);
    const before = query.against === null ? base : readPolicy(await textOf(tx, org, name, query.against));
    const isReadable = written !== null && problems.every(isAboutCases);
    const answers = isReadable ? await answeredOtherwise(gate.withPolicy(written), await casesOf(tx, name)) : [];
    const changed: OwnCases['changed'] = answers.map((one) => ({
      case: one.case,
      unmet: [...one.unmet],
      overridable: [...one.overridable],
      warned: [...one.warned],
    }));
    return {
      data: {
        id: `${org} ${name}`,
        problems,
        diff: written && before ? diffPolicies(before, written, factsOf(factsSchema)) : null,
        answers,
        added: isReadable ? await answersToAdded(gate.withPolicy(written), query.cases) : [],
        suggestedCases: JSON.stringify({ changed, added: [] } satisfies OwnCases, null, 2),
      },
    };
  },
});

/** One row as the gate judges it now, and as a text would. */
const simulate = defineView({
  name: 'gate-simulate',
  system: 'core',
  title: { en: 'Try a policy on a record', tr: 'Bir kuralı bir kayıtta dene' },
  query: z.object({ gate: gateName, subject: id, definition: definitionText.optional() }),
  run: async (context, query) => {
    const { tx, node, identity, now } = context;
    const org = onePolicyOrg(context);
    const { name } = gateNamed(query.gate);
    const binding = bindingOf(node, name);
    const row = await tx.maybe<NamedRow>(`select * from ${binding.table} where id = $1 and org = $2`, [query.subject, org]);
    if (!row) throw notFound();
    const current = await gateOf(tx, binding.gate, policyInForce(identity, org, name));
    const names = await namesOf(tx, node, [{ gate: name, subjectId: query.subject }]);
    const facts = (await binding.loadFacts(tx, [row], now))(row);
    const subject = { type: binding.table, id: query.subject };
    return {
      data: {
        id: query.subject,
        label: names.get(`${name} ${query.subject}`)?.label ?? null,
        facts,
        inForce: await current.evaluate(facts, subject),
        draft: query.definition === undefined ? null : await draftOf(binding.gate, query.definition).evaluate(facts, subject),
      },
    };
  },
});

interface Sum {
  readonly currency: string;
  readonly isAllowed: boolean;
  readonly amount: string;
  readonly count: number;
}

/** Money of what turned round, per currency and direction; one subject counts once. */
function sumsOf(turned: readonly (Turned & Partial<Subject>)[]): Sum[] {
  const sums = new Map<string, Sum>();
  const seen = new Set<string>();
  for (const { subjectId, currency, amount, isAllowed } of turned) {
    if (!currency || !amount || seen.has(`${subjectId} ${isAllowed}`)) continue;
    seen.add(`${subjectId} ${isAllowed}`);
    const key = `${currency} ${isAllowed}`;
    const sum = sums.get(key) ?? { currency, isAllowed, amount: '0', count: 0 };
    sums.set(key, { ...sum, amount: add(sum.amount, amount), count: sum.count + 1 });
  }
  return [...sums.values()];
}

/** Past decisions that a text would have made the other way round, with their money. */
const replay = defineView({
  name: 'gate-backtest',
  system: 'core',
  title: { en: 'Replay past decisions', tr: 'Geçmiş kararları yeniden değerlendir' },
  query: z.object({ gate: gateName, definition: definitionText, limit: replayed.default(MAX_REPLAYED), list: replayed.default(LISTED) }),
  run: async (context, query) => {
    const { tx, node } = context;
    const org = onePolicyOrg(context);
    const { name } = gateNamed(query.gate);
    const startedAt = performance.now();
    const { replayed: judged, unreadable, turned } = await backtest(tx, draftOf(bindingOf(node, name).gate, query.definition), org, query.limit);
    const names = await namesOf(
      tx,
      node,
      turned.map(({ subjectId }) => ({ gate: name, subjectId })),
    );
    const named = turned.map((one) => {
      const { label, amount, currency } = names.get(`${name} ${one.subjectId}`) ?? {};
      return { ...one, label: label ?? null, amount: amount ?? null, currency: currency ?? null };
    });
    return {
      data: {
        id: `${org} ${name}`,
        replayed: judged,
        /** There may be older ones, which nobody looked at. */
        isLatestOnly: judged === query.limit,
        unreadable,
        ms: Math.round(performance.now() - startedAt),
        turnedCount: turned.length,
        turned: named.slice(0, query.list),
        sums: sumsOf(named as (Turned & Partial<Subject>)[]),
      },
    };
  },
});

/** Records that a gate can be tried on. */
const subjects = defineView({
  name: 'gate-subjects',
  system: 'core',
  title: { en: 'Records a gate can judge', tr: 'Bir geçidin değerlendirebileceği kayıtlar' },
  query: z.object({ gate: gateName, q: z.string().trim().max(100).default('') }),
  run: async (context, query) => {
    const { name } = gateNamed(query.gate);
    return { data: await findSubjects(context.tx, bindingOf(context.node, name), [onePolicyOrg(context)], query.q) };
  },
});

export const gateTrialViews: readonly View[] = [check, simulate, replay, subjects];
