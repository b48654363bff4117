import { gates } from '@selvedge/rules/index.ts';
import { hire, welcome, type Hired } from './hire.ts';
import type { World } from './world.ts';

/** Puts a policy in force that no deal of one line passes; it leaves with the world. */
export async function wantTwoLines(world: World): Promise<void> {
  const gate = 'deal-submit';
  const org = await world.orgId('JTR');
  const admin = world.as('admin.jtr');
  const [editor, publisher] = [await hire(world), await hire(world)] as [Hired, Hired];
  await welcome(admin, org, editor, 'sales_manager', { extraKeys: ['gates:edit'] });
  await welcome(admin, org, publisher, 'sales_manager', { extraKeys: ['gates:publish'] });
  const { policy: base } = gates[gate];
  const twoLines = {
    ...base.requirements[0]!,
    code: 'TWO_LINES',
    sentence: { en: 'A deal has two lines.', tr: 'Anlaşmanın iki satırı var.' },
    condition: { fact: 'lineCount', operator: 'greaterThanInclusive', value: 2 },
    locked: false,
  };
  const definition = JSON.stringify({ ...base, requirements: [...base.requirements, twoLines] });
  const checked = await editor.client.raw('crm', '/core/views/gate-check', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ org: 'JTR', gate, definition, cases: null }),
  });
  const { data } = (await checked.json()) as { data: { suggestedCases: string } };
  const { policy } = await editor.client.command<{ policy: string }>('core', 'gate-policy.draft', {
    org,
    gate,
    definition,
    cases: data.suggestedCases,
    note: 'two lines',
  });
  await editor.client.command('core', 'gate-policy.submit', { policy, reason: 'Ready' });
  await publisher.client.command('core', 'gate-policy.publish', { policy, effectiveFrom: null, reason: 'Agreed' });
  world.beforeClose(() => publisher.client.command('core', 'gate-policy.roll-back', { org, gate, policy: null, reason: 'Test over' }));
}
