import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { executeBulk } from '../command/execute-bulk.ts';
import { executeCommand, type Execution } from '../command/execute.ts';
import { parseIdempotencyKey } from '../command/idempotency.ts';
import type { Command } from '../command/define-command.ts';
import { invalidInput, notFound } from '../errors.ts';
import { readAs } from '../identity/read-as.ts';
import type { System } from '../system.ts';
import { resolveScope } from '../view/scope.ts';
import { openApiDocument } from './openapi.ts';
import { readJson } from './body.ts';
import { callerOf } from './caller.ts';
import type { Runtime } from './context.ts';
import type { Router } from './router.ts';

const DRY_RUN_KEY = 'dry-run-keeps-nothing';

function describe(command: Command) {
  return {
    name: command.name,
    title: command.title,
    permission: command.permission,
    gates: command.gates,
    bulk: command.each !== undefined,
    input: z.toJSONSchema(command.input, { io: 'input' }),
  };
}

/** `POST /<system>/commands/<name>`, the list of commands and their OpenAPI document. */
export function mountCommands(router: Router, runtime: Runtime, system: System, contractVersion: string): void {
  const commands = new Map(system.commands.map((command) => [command.name, command]));
  const described = system.commands.map(describe);

  /** What there is to do here is told to those whose roles have a way in (J21). */
  const toldTo = async (raw: IncomingMessage, body: () => unknown) => {
    const caller = await callerOf(raw, runtime);
    await readAs(runtime, caller, (_tx, identity) => Promise.resolve(resolveScope(identity, system.roles, 'active', undefined)));
    return { status: 200, body: body() };
  };
  router.on('GET', `/${system.name}/commands`, ({ raw }) => toldTo(raw, () => ({ data: described })));
  router.on('GET', `/${system.name}/openapi.json`, ({ raw }) => toldTo(raw, () => openApiDocument(system, contractVersion)));

  router.on('POST', `/${system.name}/commands/:name`, async ({ raw, query, requestId }, { name }) => {
    const caller = await callerOf(raw, runtime);
    const command = commands.get(name ?? '');
    if (!command) throw notFound();
    const asked = query.get('dry_run');
    if (asked !== null && asked !== 'true' && asked !== 'false')
      throw invalidInput([
        { path: 'dry_run', message: `is "${asked}"; use true or leave it out.`, messageTr: `"${asked}" olamaz; true yazın ya da boş bırakın.` },
      ]);
    const dryRun = asked === 'true';
    const execution: Execution = {
      caller,
      body: await readJson(raw),
      idempotencyKey: dryRun ? DRY_RUN_KEY : parseIdempotencyKey(raw.headers['idempotency-key']),
      dryRun,
      requestId,
      contractVersion,
    };
    const data = command.each ? await executeBulk(runtime, command, execution) : await executeCommand(runtime, command, execution);
    return { status: 200, body: { data } };
  });
}
