import { randomUUID } from 'node:crypto';
import { submitDeal } from '@selvedge/crm/commands/submit-deal.ts';
import { keysOfGrant } from '@selvedge/directus/access/permission-keys.ts';
import { systemClock } from '@selvedge/kernel/clock.ts';
import type { Command } from '@selvedge/kernel/command/define-command.ts';
import { executeCommand } from '@selvedge/kernel/command/execute.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import type { Runtime } from '@selvedge/kernel/http/context.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 2, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

/** What a command needs of a node that has nobody to tell of overrides. */
const runtime = {
  pool,
  clock: systemClock,
  keysOfRole: keysOfGrant,
  node: { gates: new Map() },
  afterCommit: () => undefined,
} as unknown as Runtime;

test('a command that passes a gate without declaring it does nothing; declared, it does [SYS-4]', async () => {
  const { dealId: deal } = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' }), 'draft');
  const seen = () =>
    world.look('crm', (tx) =>
      tx.one<{ status: string; created_by: string; decisions: number }>(
        'select status, created_by, (select count(*)::int from kernel.decision where subject_id = d.id::text) as decisions from crm_deal d where id = $1',
        [deal],
      ),
    );
  const before = await seen();
  const submit = (command: Command) =>
    executeCommand(runtime, command, {
      caller: { userId: before.created_by, session: null, endsAtMs: Date.now() + 60_000 },
      body: { deal },
      idempotencyKey: randomUUID(),
      dryRun: false,
      requestId: randomUUID(),
      contractVersion: '0',
    });

  await expect(submit({ ...submitDeal, gates: ['deal-win'] })).rejects.toThrow('Command deal.submit passes the gate deal-submit, which it does not declare');
  expect(await seen()).toEqual(before);
  await submit(submitDeal);
  expect(await seen()).toMatchObject({ status: 'submitted', decisions: 1 });
});
