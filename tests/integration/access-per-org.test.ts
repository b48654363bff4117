import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { core } from '@selvedge/core/system.ts';
import { defineCrm } from '@selvedge/crm/system.ts';
import { MEMBER_ROLE_ID } from '@selvedge/directus/access/directus-permissions.ts';
import { keysOfRole } from '@selvedge/directus/access/permission-keys.ts';
import { tokenFor } from '@selvedge/directus/leak/person.ts';
import type { Role } from '@selvedge/directus/model/core/org-grant.ts';
import type { Command } from '@selvedge/kernel/command/define-command.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import type { System } from '@selvedge/kernel/system.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { wms } from '@selvedge/wms/system.ts';
import { sampleInput, type JsonSchema } from '../leak/sample-input.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const crm = defineCrm({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'selvedge@example.com' });
afterAll(() => world.close());

/** One person, another role in each org: what they may do is decided by the org of the row. */
const SIDES = [
  { node: 'crm', systems: [core, crm], roles: { MOD: 'sales', JTR: 'sales_manager' } },
  { node: 'wms', systems: [wms], roles: { MOD: 'warehouse', JTR: 'warehouse_manager' } },
] as const satisfies readonly { node: 'crm' | 'wms'; systems: readonly System[]; roles: Record<'MOD' | 'JTR', Role> }[];

beforeAll(async () => {
  for (const org of ['MOD', 'JTR'] as const) await travel(world.people(org), await world.wish(org, { mode: 'cash', lines: 1, qty: '5' }), 'picked');
}, 300_000);

describe.each(SIDES.map((side) => [`${side.roles.MOD}@MOD and ${side.roles.JTR}@JTR`, side] as const))('%s', (_, { node, systems, roles }) => {
  const { url, env, databaseUrl } = world.stack.nodeOf(node);
  const pool = createPool(databaseUrl, 2, 'selvedge-test');
  const user = randomUUID();
  const orgIds: Record<string, string> = {};
  let token: string;

  beforeAll(async () => {
    token = await tokenFor(user, null, env['SELVEDGE_SECRET'] as string);
    await inTransaction(pool, { kind: 'system' }, async (tx) => {
      await tx.query(`insert into directus_users (id, email, role, status, provider) values ($1, $2, $3, 'active', 'default')`, [
        user,
        `${user}@selvedge.test`,
        MEMBER_ROLE_ID,
      ]);
      for (const [code, role] of Object.entries(roles)) {
        const { id } = await tx.one<{ id: string }>('select id from core_org where code = $1', [code]);
        orgIds[code] = id;
        await tx.insert('core_org_grant', { org: id, user, role, extra_keys: [], reason: 'Test' });
      }
    });
  });
  afterAll(() => pool.end());

  /** A row of the org for the command to act on, as the person sees it; undefined where there is none yet. */
  const rowOf = (table: string, org: string) =>
    inTransaction(
      pool,
      { kind: 'user', userId: user },
      (tx) => tx.maybe<{ id: string }>(`select id from ${table} where org = $1 order by created_at desc limit 1`, [org]),
      'read',
    );

  async function send(system: string, command: Command, id: string): Promise<{ status: number; code: string; key: unknown }> {
    const one = command.each ?? command;
    const schemaOf = ({ input }: Command) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    // In bulk an item may take less than the single command does.
    const input = (command.each && schemaOf(command).properties?.['items']?.items) ?? schemaOf(one);
    // Where the id of the subject or the org stands is found by asking the command itself.
    const names = Object.keys(input.properties ?? {});
    const at = one.subject?.id ?? one.org;
    const place = names.find((name) => at?.({ [name]: 'here' }) === 'here');
    const item = sampleInput(input, (path) => (path.length === 1 && path[0] === place ? id : randomUUID()));
    return ask(system, command, command.each ? { items: [item] } : item);
  }

  async function ask(system: string, command: Command, body: unknown): Promise<{ status: number; code: string; key: unknown }> {
    const response = await fetch(`${url}/${system}/commands/${command.name}?dry_run=true`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    interface Problem {
      code: string;
      details?: { key?: string };
    }
    const answer = (await response.json()) as { error?: Problem; data?: { results?: { error?: Problem }[] } };
    const error = answer.error ?? answer.data?.results?.[0]?.error;
    return { status: response.status, code: error?.code ?? 'OK', key: error?.details?.key };
  }

  const everyCommand = systems.flatMap((system) => system.commands.map((command) => [system.name, command.name, command] as const));
  // What belongs to the node, not to a row of an org, is for administrators; it stands below.
  const isOfNode = ([, , command]: (typeof everyCommand)[0]) => (command.each ?? command).belongsTo !== undefined;
  const table = everyCommand.filter((one) => !isOfNode(one));

  test.each(table)('%s %s is decided by the org of its row [J1 J3 J96 QA-1 QA-2]', async (system, _name, command) => {
    const one = command.each ?? command;
    for (const [code, role] of Object.entries(roles)) {
      const orgId = orgIds[code] as string;
      const id = one.org ? orgId : (await rowOf(one.subject!.table, orgId))?.id;
      if (id === undefined) continue;
      const { code: answer, key } = await send(system, command, id);
      const may = (keysOfRole(role) as readonly string[]).includes(one.permission);
      if (may) expect([code, answer, key]).not.toEqual([code, 'PERMISSION_REQUIRED', one.permission]);
      else expect([code, answer, key]).toEqual([code, 'PERMISSION_REQUIRED', one.permission]);
      if (may && !one.org) continue;
      // An org that is nobody's answers the same as one that does not exist.
      expect((await send(system, command, randomUUID())).code).toBe('NOT_FOUND');
    }
  });

  const ofNode = everyCommand.filter(isOfNode);
  if (ofNode.length > 0) {
    test.each(ofNode)('%s %s is nothing for them, in whichever org, unless it is shared and they hold its key in one', async (system, _name, command) => {
      const one = command.each ?? command;
      const input = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
      const { code } = await ask(
        system,
        command,
        sampleInput(input, () => randomUUID()),
      );
      const holds = Object.values(roles).some((role) => (keysOfRole(role) as readonly string[]).includes(one.permission));
      if (one.isShared && holds) expect(code).not.toBe('PERMISSION_REQUIRED');
      else expect(['NOT_FOUND', 'PERMISSION_REQUIRED', 'INVALID_INPUT']).toContain(code);
    });
  }

  test('rows to decide about were there for most commands', async () => {
    const found = await Promise.all(
      table.map(async ([, , command]) => {
        const one = command.each ?? command;
        return one.org !== undefined || (await rowOf(one.subject!.table, orgIds['JTR'] as string)) !== undefined;
      }),
    );
    expect(found.filter(Boolean).length).toBeGreaterThan(table.length * 0.8);
  });
});
