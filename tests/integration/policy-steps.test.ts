import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { openGateDesk, type GateDesk } from '../world/gate-desk.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test');
let desk: GateDesk;
beforeAll(async () => {
  desk = await openGateDesk(world, 'MOD', { editor: 'Yazan', publisher: 'Onaylayan' });
});
afterAll(() => Promise.all([world.close(), pool.end()]));

interface Step {
  command: string;
  actorName: string;
  reason: string;
  at: string;
}
const stepsOf = async (policy: string) => {
  const { data } = await desk.editor.client.view<{ versions: { id: string; steps: Step[] }[] }>('core', 'gate', { org: 'MOD', gate: desk.gate });
  return data.versions.find((one) => one.id === policy)?.steps ?? [];
};
const told = (steps: readonly Step[]) => steps.map(({ command, actorName, reason }) => [command.replace('gate-policy.', ''), actorName.split(' ')[0], reason]);

test('the history of a version tells who did what and why at every step, to those who read policies [SYS-4 J38]', async () => {
  const publisher = desk.publisher.client;
  const policy = await desk.draftTwoLines();
  await desk.submit(policy);
  await publisher.command('core', 'gate-policy.return', { policy, reason: 'Say more' });
  await desk.editor.client.command('core', 'gate-policy.edit', {
    policy,
    definition: desk.withTwoLines,
    cases: (await desk.check(desk.withTwoLines)).suggestedCases,
    note: 'Said more',
  });
  await desk.submit(policy);
  await desk.publish(policy);
  await desk.rollBack(null);
  const [editor, by] = ['Yazan', 'Onaylayan'];
  expect(told(await stepsOf(policy))).toEqual([
    ['draft', editor, 'Test'],
    ['submit', editor, 'Ready'],
    ['return', by, 'Say more'],
    ['edit', editor, 'Said more'],
    ['submit', editor, 'Ready'],
    ['publish', by, 'Agreed'],
    ['roll-back', by, 'Too strict'],
  ]);

  const { policy: restored } = await desk.rollBack(policy);
  expect(told(await stepsOf(restored as string))).toEqual([['roll-back', by, 'Too strict']]);
  await desk.clear();
  // The rest of the audit stays with those who manage access.
  await expect(refusalOf(desk.editor.client.view('core', 'audit', { org: 'MOD', subjectId: policy }))).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED' });
});

test('row security shows nothing of the audit besides to whoever manages no access, nor anything of another organisation', async () => {
  const seen = await inTransaction(
    pool,
    { kind: 'user', userId: desk.editor.id },
    (tx) => tx.query<{ subject_type: string; org: string }>('select distinct subject_type, org from kernel.audit'),
    'read',
  );
  expect(seen).toEqual([{ subject_type: 'core_gate_policy', org: desk.org }]);
});
