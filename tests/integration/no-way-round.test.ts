import { randomUUID } from 'node:crypto';
import { core } from '@selvedge/core/system.ts';
import { defineCrm } from '@selvedge/crm/system.ts';
import { newWebhookSecret } from '@selvedge/kernel/signature/secret-box.ts';
import { gates, type GateName } from '@selvedge/rules/index.ts';
import type { ApiClient } from '@selvedge/seed/client.ts';
import { wms } from '@selvedge/wms/system.ts';
import { envelope, postEvent, type Posting } from '../world/event-sender.ts';
import { LEAST_PRICE, openGateDesk } from '../world/gate-desk.ts';
import { GATED, type Blocked } from '../world/gated.ts';
import { forge, tryItems } from '../world/items-ways.ts';
import { openWorld, refusalOf, unmetCodes } from '../world/world.ts';

const world = openWorld();
const systems = [core, defineCrm({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'selvedge@example.com' }), wms];
const gated = systems.flatMap((system) => system.commands.filter((command) => command.gates.length > 0).map((command) => ({ command, system: system.name })));
/** No deal of one line passes while this runs, and no price below what the other org wants of any. */
beforeAll(async () => {
  await (await openGateDesk(world, 'JTR')).publishTwoLines();
  await (await openGateDesk(world, 'JTR', { gate: 'line-pricing' })).publishWith(LEAST_PRICE);
});
afterAll(() => world.close());

test('every command that passes a gate is tried here, and only those [SYS-4]', () => {
  expect(gated.map(({ command }) => command.name).sort()).toEqual(Object.keys(GATED).sort());
});

describe.each(gated.map(({ command, system }) => [command.name, command, system as 'crm' | 'wms'] as const))('%s', (name, command, system) => {
  let blocked: Blocked;
  beforeAll(async () => {
    blocked = await (GATED[name] as (typeof GATED)[string])(world);
  }, 180_000);

  const isBulk = command.each !== undefined;
  const asSent = (body: object) => (isBulk ? { items: [body] } : body);
  /** Sends it. @throws ApiError with the refusal, in bulk with that of the one item */
  async function send(who: ApiClient, body: object, options: { key?: string; dryRun?: boolean } = {}): Promise<unknown> {
    const answer = await who.command<{ results?: { ok: boolean; error: { code: string; details: Record<string, unknown> } }[] }>(
      system,
      name,
      asSent(body),
      options,
    );
    const failed = answer.results?.find((result) => !result.ok);
    if (failed) throw Object.assign(new Error(failed.error.code), failed.error, { status: 422 });
    return answer;
  }
  const state = () => world.look(system, async (tx) => (await tx.one<{ state: unknown }>(blocked.state.sql, [blocked.state.of])).state);
  const sent = () =>
    world.look(system, async (tx) => (await tx.one<{ n: number }>('select count(*)::int as n from kernel.outbox where type = $1', [blocked.event?.type])).n);
  const decided = () => world.look(system, async (tx) => (await tx.one<{ n: number }>('select count(*)::int as n from kernel.decision')).n);

  /** Whatever is tried, neither the row nor the other side shows a trace of it. */
  async function leavesNoTrace(work: () => Promise<void>): Promise<void> {
    const before = [await state(), await sent()];
    await work();
    expect([await state(), await sent()]).toEqual(before);
  }
  async function refusedByGate(attempt: Promise<unknown>, unmet: readonly string[] = blocked.unmet): Promise<void> {
    const { code, details } = await refusalOf(attempt);
    expect([code, (details['decision'] as { gate: string } | undefined)?.gate, unmetCodes(details)]).toEqual(['GATE_BLOCKED', blocked.gate, unmet]);
  }

  test('is refused by its gate, tried or asked, once or again with the same key [J31 J91]', () =>
    leavesNoTrace(async () => {
      const key = randomUUID();
      await refusedByGate(send(blocked.who, blocked.body, { key }));
      // A refusal is no effect that a key could stand for: the gate looks anew.
      await refusedByGate(send(blocked.who, blocked.body, { key }));
      const before = await decided();
      await refusedByGate(send(blocked.who, blocked.body, { dryRun: true }));
      expect(await decided()).toBe(before);
    }));

  test('is refused with an override that nobody may give, or of what nothing lifts [J37]', () =>
    leavesNoTrace(async () => {
      if (blocked.override === null) {
        const isLifted = gates[blocked.gate as GateName].gate.overrideKey !== null;
        const override = { reasonCode: 'management_decision', note: 'Olsun' };
        await expect(refusalOf(send(blocked.who, { ...blocked.body, override }))).resolves.toMatchObject({
          code: isBulk && isLifted ? 'OVERRIDE_SINGLE' : 'INVALID_INPUT',
        });
        return;
      }
      const { reasonCode, without, beyond } = blocked.override;
      const override = { reasonCode, note: 'Olsun' };
      await expect(refusalOf(send(without[0], { ...blocked.body, override }))).resolves.toMatchObject({
        code: 'PERMISSION_REQUIRED',
        details: { key: without[1] },
      });
      await refusedByGate(send(beyond[0], { ...beyond[1], override }), beyond[2]);
    }));

  test('is not to be had by another command', () =>
    leavesNoTrace(async () => {
      for (const [who, other, body, code] of blocked.others) {
        const refusal = await refusalOf(who.command(system, other, body));
        expect([other, refusal.code]).toEqual([other, code]);
      }
    }));

  test('is not to be had through Directus, by whoever may do it nor by its administrator [QA-2 SYS-4]', async () => {
    const forged = await forge(world, blocked.wanted);
    for (const who of [blocked.who, world.as('admin')]) {
      await leavesNoTrace(async () => {
        const answers = await tryItems(who, blocked.wanted, forged);
        expect(answers.filter(({ refused }) => !refused)).toEqual([]);
      });
    }
  });

  test('is not to be had by telling the other side that it happened', () =>
    leavesNoTrace(async () => {
      const { event } = blocked;
      if (event === null) return;
      const target = system === 'crm' ? 'wms' : 'crm';
      const { entity, entityId, type, data } = event;
      const forged = envelope({ type, source: system, entity, entity_id: entityId, sequence: 1, data });
      const opposite = world.stack.nodeOf(target).env[target === 'wms' ? 'SELVEDGE_EVENT_SECRET_WMS_TO_CRM' : 'SELVEDGE_EVENT_SECRET_CRM_TO_WMS'] as string;
      const postings: Posting[] = [
        { headers: () => ({}) },
        { secret: newWebhookSecret() },
        { secret: opposite },
        { tamper: (body) => body.replace('MOD', 'JTR') },
      ];
      for (const posting of postings) await expect(postEvent(world, target, forged, posting)).resolves.toMatchObject({ status: 401 });
      expect(await world.look(target, (tx) => tx.query('select 1 from kernel.inbox where id = $1', [forged.id]))).toEqual([]);
    }));
});

test('in bulk one refusal stops no other, and each names its own gate', async () => {
  const { who, body, passing } = await (GATED['purchase-order.approve-shipment-many'] as (typeof GATED)[string])(world);
  const items = [body, { purchaseOrder: randomUUID() }, await passing?.()];
  const { results } = await who.command<{ results: { ok: boolean; data?: { status: string }; error?: { code: string } }[] }>(
    'crm',
    'purchase-order.approve-shipment-many',
    { items },
  );
  expect(results.map(({ ok, data, error }) => (ok ? data?.status : error?.code))).toEqual(['GATE_BLOCKED', 'NOT_FOUND', 'released']);
}, 180_000);
