import type { Runtime, Change } from '../http/context.ts';
import { asSystem } from '../database/as-system.ts';
import { readOnly } from '../database/read-only.ts';
import { allOrFirstError, besides, inTransaction, type Actor, type Besides, type Row, type Tx } from '../database/transaction.ts';
import { installationWide, notFound, permissionRequired, Refusal } from '../errors.ts';
import { parseInput } from '../input-problems.ts';
import { appendAudit, type AuditEntry } from '../audit/append.ts';
import { reachFault } from '../fault-point.ts';
import { requireListedReason } from '../gate/override-reason.ts';
import { gateBlocked, judge, overrideSingle, storeDecisions, type JudgedGate } from '../gate/judge.ts';
import { tellOverrides } from '../gate/tell-override.ts';
import { holdsKey, openRequest, requireKey, type Identity, type OrgGrant } from '../identity/identity.ts';
import type { VerifiedToken } from '../identity/token.ts';
import { emitEvents, type EmittedEvent } from '../outbox/emit.ts';
import type { OutgoingEvent } from '../outbox/event-type.ts';
import { claimKey, keepReply } from './idempotency.ts';
import type { Command, CommandContext } from './define-command.ts';

export interface Execution {
  readonly caller: VerifiedToken;
  readonly body: unknown;
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
  readonly requestId: string;
  readonly contractVersion: string;
}

interface Effects {
  readonly events: OutgoingEvent[];
  readonly audits: AuditEntry[];
  readonly changes: Change[];
  /** Events that are in the outbox already, by what the command set off. */
  readonly sent: EmittedEvent[];
  readonly judged: JudgedGate[];
  /** An override was given, and the gate passed without it. */
  isOverrideNeedless: boolean;
  /** Statements that nothing waits for on its way. */
  readonly besides: Besides;
}

/** Where a command happens: an org, `null` for the whole installation, `undefined` where nothing is to be seen. */
interface Place {
  readonly org: string | null | undefined;
  /** The row it acts on, locked. */
  readonly row: Row | undefined;
}

/**
 * Row security shows for locking only what the person may write; a row that may be read but not
 * written still tells its org, so that the missing key can be named.
 */
async function placeOf(tx: Tx, command: Command, input: unknown): Promise<Place> {
  if (command.org) return { org: command.org(input), row: undefined };
  if (command.belongsTo) return { org: await command.belongsTo(tx, input), row: undefined };
  if (!command.subject) throw new Error(`Command ${command.name} declares neither subject nor org.`);
  const { table, id } = command.subject;
  const row = await tx.maybe(`select * from ${table} where id = $1 for update`, [id(input)]);
  if (row) return { org: String(row['org']), row };
  const readable = await tx.maybe<{ org: string }>(`select org from ${table} where id = $1`, [id(input)]);
  return { org: readable?.org, row: undefined };
}

/**
 * The org in which the person is judged. What belongs to the whole installation is for its administrators: a webhook
 * secret signs what any org is told, so whoever administers one of them alone must not come by it. Reference data that
 * all orgs share takes the key in any of them.
 * @throws Refusal NOT_FOUND: someone without any grant there gets the answer of a row that does not exist
 * @source docs/decisions/0070-what-concerns-all-organisations.md
 */
function orgJudged(identity: Identity, place: Place, { permission: key, isShared }: Command): OrgGrant {
  if (place.org === undefined) throw notFound();
  if (place.org !== null) {
    const org = identity.orgs.find((candidate) => candidate.orgId === place.org);
    if (!org) throw notFound();
    return org;
  }
  const holding = identity.orgs.find((candidate) => candidate.keys.has(key));
  if (!holding) throw permissionRequired(key);
  if (!isShared && !identity.isAdmin) throw installationWide(key);
  return holding;
}

function contextFor(
  tx: Tx,
  runtime: Runtime,
  command: Command,
  input: unknown,
  identity: Identity,
  place: Place,
  execution: Execution,
  effects: Effects,
  now: Date,
): CommandContext<never> {
  const org = orgJudged(identity, place, command);
  const { orgId } = org;
  // An act that only a lent role allows is the lender's as well: audit and timeline read this setting.
  const actFor = (key: string): void => {
    const lender = org.lenderOf.get(key);
    if (lender !== undefined) effects.besides.send(tx.query(`select set_config('app.on_behalf_of', $1, true)`, [lender]));
  };
  return {
    tx,
    now,
    identity,
    requestId: execution.requestId,
    node: runtime.node,
    org: { id: org.orgId, code: org.orgCode },
    subject: place.row as never,
    require: (key) => {
      requireKey(identity, orgId, key);
      actFor(key);
    },
    holds: (key) => holdsKey(identity, orgId, key),
    pass: async (asked, subject, override) => {
      const binding = 'binding' in asked ? asked.binding : asked;
      const { gate } = binding;
      if (!command.gates.includes(gate.name))
        throw new Error(`Command ${command.name} passes the gate ${gate.name}, which it does not declare; add it to its gates.`);
      if (override && command.isInBulk && !gate.bulkOverride) throw overrideSingle(gate.name);
      if (override && gate.overrideKey) {
        if (!holdsKey(identity, orgId, gate.overrideKey)) throw permissionRequired(gate.overrideKey);
        await requireListedReason(tx, { orgId, orgCode: org.orgCode, system: command.system, gate: gate.name }, override.reasonCode);
      }
      const judged = await judge(tx, asked, identity, subject, now, override);
      effects.judged.push(judged);
      if (!judged.decision.allowed) throw gateBlocked(judged.decision);
      if (override && !judged.override) effects.isOverrideNeedless = true;
      if (judged.override && gate.overrideKey) actFor(gate.overrideKey);
      return judged.decision;
    },
    emit: (event, entityId, data, version) => {
      effects.events.push({ event, orgId, orgCode: org.orgCode, entityId, data, version });
    },
    emitIn: (event, { id, code }, entityId, data) => {
      effects.events.push({ event, orgId: id, orgCode: code, entityId, data });
    },
    emitForGroup: (event, entityId, data) => {
      effects.events.push({ event, orgId: null, orgCode: '*', entityId, data });
    },
    changed: (table, id, { before, after, reason }) => {
      effects.audits.push({
        org: place.org === null ? null : orgId,
        actor: identity.userId,
        command: command.name,
        subjectType: table,
        subjectId: id,
        // The reason of an override that lifted nothing is no reason of what happened.
        reason: reason ?? (effects.isOverrideNeedless ? undefined : command.reason?.(input)),
        before,
        after,
        requestId: execution.requestId,
      });
      effects.changes.push({ system: command.system, collection: table, id, org: orgId, type: command.name });
    },
    asSystem: (work) => asSystem(tx, work),
    caused: ({ outboxIds, changes }) => {
      effects.sent.push(...outboxIds);
      effects.changes.push(...changes);
    },
  };
}

/**
 * Runs one command in one transaction under row security: session and grants, idempotency, the
 * subject's lock, the permission key, the command itself, audit and outbox. All or nothing.
 * @throws Refusal for everything a person can do something about
 */
export async function executeCommand(runtime: Runtime, command: Command, execution: Execution): Promise<unknown> {
  const input = parseInput(command.input, execution.body);
  const actor: Actor = { kind: 'user', userId: execution.caller.userId };
  const effects: Effects = { events: [], audits: [], changes: [], sent: [], judged: [], isOverrideNeedless: false, besides: besides() };
  const now = runtime.clock.now();
  const decisionContext = { command: command.name, actor: execution.caller.userId, requestId: execution.requestId };
  let emitted: EmittedEvent[] = [];

  const work = async (tx: Tx): Promise<unknown> => {
    // These travel together; the person is judged first all the same.
    const { userId, session } = execution.caller;
    const [identity, earlier, place, read] = await allOrFirstError([
      openRequest(tx, userId, session, runtime.keysOfRole),
      execution.dryRun ? Promise.resolve(undefined) : claimKey(tx, userId, execution.idempotencyKey, command.name, execution.body),
      placeOf(tx, command, input),
      Promise.resolve(command.reads?.(readOnly(tx), input, now)),
    ]);
    if (earlier) return earlier.reply;
    const context = contextFor(tx, runtime, command, input, identity, place, execution, effects, now);
    context.require(command.permission);
    if (command.alsoNeeds !== undefined) context.require(command.alsoNeeds);
    if (command.subject && !place.row) throw notFound();
    const data = (await effects.besides.until(command.run(context, input, read))) ?? {};
    if (effects.audits.length === 0) throw new Error(`Command ${command.name} changed nothing that it told the audit of.`);
    await tellOverrides(tx, runtime.node, identity.name, effects.judged);
    // Beside what the command itself inserts last, so that they travel in one statement.
    storeDecisions(tx, effects.judged, decisionContext);
    appendAudit(tx, effects.audits);
    emitted = emitEvents(tx, effects.events, { contractVersion: execution.contractVersion, now, requestId: execution.requestId });
    if (!execution.dryRun) keepReply(tx, userId, execution.idempotencyKey, command.kept ? command.kept(data) : data);
    reachFault('command:before-commit');
    return data;
  };

  try {
    const data = await inTransaction(runtime.pool, actor, work, execution.dryRun ? 'rollback' : 'write');
    reachFault('command:after-commit');
    if (!execution.dryRun) runtime.afterCommit({ outboxIds: [...emitted, ...effects.sent], changes: effects.changes });
    return data;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'GATE_BLOCKED' && !execution.dryRun) {
      // The command rolled back; what the gate saw is kept all the same.
      await inTransaction(runtime.pool, actor, (tx) => {
        storeDecisions(tx, effects.judged, decisionContext);
        return Promise.resolve();
      });
    }
    throw error;
  }
}
