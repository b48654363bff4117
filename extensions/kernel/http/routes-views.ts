import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { isDataError, notFound } from '../errors.ts';
import type { NamedRow } from '../gate/binding.ts';
import { judge, judgeMany } from '../gate/judge.ts';
import { withLifters } from '../gate/lifters.ts';
import { parseInput } from '../input-problems.ts';
import { readAs } from '../identity/read-as.ts';
import type { System } from '../system.ts';
import { cursorRefused } from '../view/keyset.ts';
import { resolveScope, scopeFields } from '../view/scope.ts';
import { readJson } from './body.ts';
import { callerOf } from './caller.ts';
import type { Runtime } from './context.ts';
import type { Router } from './router.ts';

const scopeSchema = z.object(scopeFields);
const subjectSchema = z.object({ subject: z.uuid() });
/** Rows that one preflight judges at most. */
const MAX_PREFLIGHT = 200;
const subjectsSchema = z.strictObject({ subjects: z.array(z.uuid()).min(1).max(MAX_PREFLIGHT) });

type Asked = Readonly<Record<string, unknown>>;

/** `GET` and `POST /<system>/views/<name>`, `GET /<system>/gates/<gate>/explain` and `POST …/preflight`: reads under row security. */
export function mountViews(router: Router, runtime: Runtime, system: System): void {
  const views = new Map(system.views.map((view) => [view.name, view]));
  const gates = new Map(system.gates.map((binding) => [binding.gate.name, binding]));

  const answer = async (raw: IncomingMessage, name: string | undefined, ask: () => Promise<Asked> | Asked) => {
    const caller = await callerOf(raw, runtime);
    const view = views.get(name ?? '');
    if (!view) throw notFound();
    const asked = await ask();
    const { scope, org } = parseInput(scopeSchema, asked);
    const input = parseInput(view.query, asked);
    const body = await readAs(runtime, caller, async (tx, identity) => {
      const orgIds = resolveScope(identity, system.roles, scope, org);
      return view.run({ tx, now: runtime.clock.now(), identity, orgIds, node: runtime.node }, input as never).catch((error: unknown) => {
        const { cursor } = asked;
        // A cursor that was made up holds values of kinds that the list's order does not have.
        throw typeof cursor === 'string' && isDataError(error) ? cursorRefused(cursor) : error;
      });
    });
    return { status: 200, body };
  };
  router.on('GET', `/${system.name}/views/:name`, ({ raw, query }, { name }) => answer(raw, name, () => Object.fromEntries(query)));
  // The same question with its parameters in the body, for those that do not fit an address.
  router.on('POST', `/${system.name}/views/:name`, ({ raw }, { name }) => answer(raw, name, () => readJson(raw)));

  router.on('GET', `/${system.name}/gates/:gate/explain`, async ({ raw, query }, { gate }) => {
    const caller = await callerOf(raw, runtime);
    const binding = gates.get(gate ?? '');
    if (!binding) throw notFound();
    const { subject } = parseInput(subjectSchema, Object.fromEntries(query));
    const decision = await readAs(runtime, caller, async (tx, identity) => {
      resolveScope(identity, system.roles, 'active', undefined);
      const row = await tx.maybe<NamedRow>(`select * from ${binding.table} where id = $1`, [subject]);
      if (!row) throw notFound();
      const { decision: judged, orgId } = await judge(tx, binding, identity, row, runtime.clock.now());
      return withLifters(tx, judged, orgId, runtime.keysOfRole);
    });
    return { status: 200, body: { data: decision } };
  });

  // Before many are acted on: what stands against each. A row that is not there has no decision.
  router.on('POST', `/${system.name}/gates/:gate/preflight`, async ({ raw }, { gate }) => {
    const caller = await callerOf(raw, runtime);
    const binding = gates.get(gate ?? '');
    if (!binding) throw notFound();
    const { subjects } = parseInput(subjectsSchema, await readJson(raw));
    const decisions = await readAs(runtime, caller, async (tx, identity) => {
      resolveScope(identity, system.roles, 'active', undefined);
      const rows = await tx.query<NamedRow>(`select * from ${binding.table} where id = any ($1::uuid[])`, [subjects]);
      return (await judgeMany(tx, binding, identity, rows, runtime.clock.now())).map((judged) => judged.decision);
    });
    const bySubject = new Map(decisions.map((decision) => [decision.subject.id, decision]));
    return { status: 200, body: { data: subjects.map((subject) => ({ subject, decision: bySubject.get(subject) ?? null })) } };
  });
}
