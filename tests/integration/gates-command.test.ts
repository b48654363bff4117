import { gates } from '@selvedge/rules/index.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { runCaptured } from '../run-process.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
afterAll(() => world.close());
const env = { PATH: process.env['PATH'] ?? '', ...world.stack.nodeOf('crm').env };
/** As an operator of a node types it, with the node's settings in the environment. */
const type = (...given: string[]) => runCaptured(['directus/launch/gates.ts', ...given], env);

test('an operator is told in a terminal what stands against a record, as the card says it, in either language [J30]', async () => {
  const { dealId } = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'cash', lines: 1 }), 'won');
  const [po] = await world.look('crm', (tx) => tx.query<{ id: string; code: string }>('select id, code from crm_purchase_order where deal = $1', [dealId]));
  const byCode = await type('explain', 'shipment-approval', po!.code);
  expect(byCode).toMatchObject({ code: 1 });
  expect(byCode.output).toMatch(/^Approve shipment · policy \d+ · \d+ \/ \d+ not met$/m);
  expect(byCode.output).toMatch(/✗ .+ \[PAYMENT_CONFIRMED\]\n +seen: .+\n +needed: .+\n +who can lift it: sales_manager.*\n +next step: .+/);
  const inTurkish = await type('explain', 'shipment-approval', po!.id, '--language', 'tr');
  expect(inTurkish.output).toMatch(/karşılanmadı$/m);
  const allowed = await type('explain', 'deal-submit', dealId);
  expect([allowed.code, allowed.output.includes('✗')]).toEqual([0, false]);
}, 180_000);

test('what is not there is named', async () => {
  for (const [given, said] of [
    [['explain', 'shipment-approval', 'MOD2099PONOTHING'], 'has no record "MOD2099PONOTHING"'],
    [['explain', 'paperwork', 'x'], '"paperwork" is no gate that a command passes'],
    [['explain', 'closure'], 'Name the gate and the record.'],
  ] as const) {
    const { code, output } = await type(...given);
    expect([given, code, output.includes(said)]).toEqual([given, 2, true]);
  }
}, 180_000);

test('versions that an organisation published are checked against the defaults of this code [SYS-4]', async () => {
  const { policy } = gates['deal-win'];
  const write = (definition: object) =>
    world.write('crm', (tx) =>
      tx.one<{ id: string }>(
        `insert into core_gate_policy (id, org, gate, version, state, definition, note, published_by, published_at, effective_from)
         select gen_random_uuid(), o.id, 'deal-win', 900, 'published', $1, 'Test', (select id from directus_users limit 1), now(), now() + interval '1 day' from core_org o where o.code = 'MOD' returning id`,
        [JSON.stringify(definition)],
      ),
    );
  const { id } = await write({ ...policy, requirements: policy.requirements.slice(1) });
  try {
    const { code, output } = await type('check', '--database');
    expect({ code, output }).toMatchObject({ code: 1 });
    expect(output).toMatch(/^MOD deal-win 900 +published +\S+ +\d+ problems$/m);
    expect(output).toMatch(/^  cases\.customer-approval.*: CASE_FAILED$/m);
  } finally {
    await world.write('crm', (tx) => tx.query(`update core_gate_policy set state = 'retired' where id = $1`, [id]));
  }
  expect((await type('check', '--database')).code).toBe(0);
}, 180_000);
