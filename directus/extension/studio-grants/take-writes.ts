import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { changeGrant, endGrant, giveGrant } from '@selvedge/core/commands/grants.ts';
import type { Command } from '@selvedge/kernel/command/define-command.ts';
import { executeCommand } from '@selvedge/kernel/command/execute.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { notFound, permissionRequired, Refusal } from '@selvedge/kernel/errors.ts';
import { send } from '@selvedge/kernel/http/answer.ts';
import { readJsonValue } from '@selvedge/kernel/http/body.ts';
import { callerOf } from '@selvedge/kernel/http/caller.ts';
import type { Answer, Runtime } from '@selvedge/kernel/http/context.ts';
import type { Identity } from '@selvedge/kernel/identity/identity.ts';
import { readAs } from '@selvedge/kernel/identity/read-as.ts';
import type { VerifiedToken } from '@selvedge/kernel/identity/token.ts';
import type { RowFor } from '../../model/index.ts';
import { askedFor, writesIn, type Asked, type Write } from './asked.ts';
import { asDirectusError } from './answer.ts';
import { commandBody, userIn, type Known } from './command-body.ts';

type Grant = RowFor<'core_org_grant'> & Record<string, unknown>;

const COMMANDS: Readonly<Record<Write['kind'], Command>> = { give: giveGrant, change: changeGrant, end: endGrant };

const managedBy = ({ orgs }: Identity): string[] => orgs.filter(({ keys }) => keys.has(giveGrant.permission)).map(({ orgId }) => orgId);

/** What whoever asks may know of it; the commands look again, in the transaction that writes. */
async function knownOf(tx: Tx, who: Identity, write: Write): Promise<Known> {
  if (write.kind !== 'give') {
    // Row security shows more grants than Directus does: every role's of the own orgs.
    const grant = await tx.maybe<Grant>('select * from core_org_grant where id = $1 and ($2 or org = any ($3::uuid[]))', [
      write.id,
      who.isAdmin,
      managedBy(who),
    ]);
    if (!grant) throw notFound();
    return { who, grant };
  }
  const { org } = write.fields;
  // Who administers the installation sees every organisation, so it is no secret that this one is others' to administer.
  if (who.isAdmin && typeof org === 'string' && !who.orgs.some(({ orgId }) => orgId === org)) {
    if (await tx.maybe('select 1 as is from core_org where id::text = $1', [org])) throw permissionRequired(giveGrant.permission);
  }
  const user = userIn(write);
  // The Studio names people by id, of whom an administrator of the installation sees all; others name them by their address.
  const person =
    who.isAdmin && user !== undefined ? await tx.maybe<{ email: string | null }>('select email from directus_users where id::text = $1', [user]) : undefined;
  return { who, email: person?.email ?? undefined };
}

/** The caller, or undefined for whoever this is not for: Directus answers them as ever. */
async function signedIn(request: IncomingMessage, runtime: Runtime): Promise<VerifiedToken | undefined> {
  try {
    return await callerOf(request, runtime);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'UNAUTHENTICATED') return undefined;
    throw error;
  }
}

async function write(runtime: Runtime, caller: VerifiedToken, asked: Asked, body: unknown, requestId: string): Promise<Answer> {
  const writes = writesIn(asked, body);
  const prepared = await readAs(runtime, caller, async (tx, who) => {
    const bodies: object[] = [];
    for (const one of writes) bodies.push(commandBody(one, await knownOf(tx, who, one)));
    return bodies;
  });
  const run = async (commandInput: object, dryRun: boolean) =>
    (await executeCommand(runtime, COMMANDS[asked.kind], {
      caller,
      body: commandInput,
      idempotencyKey: randomUUID(),
      dryRun,
      requestId,
      contractVersion: CONTRACT_VERSION,
    })) as { grantId: string };
  // Each is a transaction of its own; what is refused beforehand keeps the others from being written by half.
  if (prepared.length > 1) for (const commandInput of prepared) await run(commandInput, true);
  const ids: string[] = [];
  for (const commandInput of prepared) ids.push((await run(commandInput, false)).grantId);
  if (asked.kind === 'end') return { status: 204, body: undefined };
  const rows = await readAs(runtime, caller, (tx) => tx.query<Grant>('select * from core_org_grant where id = any ($1::uuid[])', [ids]));
  const inOrder = ids.map((id) => rows.find((row) => row.id === id) ?? { id });
  const isOne = asked.kind === 'give' ? !Array.isArray(body) : asked.id !== undefined;
  return { status: 200, body: { data: isOne ? inOrder[0] : inOrder } };
}

/**
 * Takes the writes of grants that the Studio sends to the items API, and runs the commands behind `/access` for whoever
 * is signed in: the same session, origin, checks, audit and events. It stands before Directus, since a hook of its items
 * cannot replace what is written.
 * @returns false where the request is not one of those, and for whoever gives no roles anywhere: Directus refuses them as ever
 * @source docs/decisions/0085-grants-in-the-studio.md
 */
export function takeGrantWrites(runtime: Runtime) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const asked = askedFor(request.method, request.url);
    if (asked === undefined) return false;
    const requestId = randomUUID();
    let language: Identity['language'] = 'en';
    try {
      const caller = await signedIn(request, runtime);
      if (caller === undefined) return false;
      const who = await readAs(runtime, caller, (_tx, identity) => Promise.resolve(identity));
      if (!who.isAdmin && managedBy(who).length === 0) return false;
      language = who.language;
      const body = asked.kind === 'end' && asked.id !== undefined ? undefined : await readJsonValue(request);
      send(response, await write(runtime, caller, asked, body, requestId), requestId);
    } catch (error) {
      send(response, asDirectusError(error, requestId, runtime.log, language), requestId);
    }
    return true;
  };
}
