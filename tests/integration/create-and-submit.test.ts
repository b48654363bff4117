import { openWorld } from '../world/world.ts';

const world = openWorld();
const { sales } = world.people('MOD');
afterAll(() => world.close());

test('a deal is created and submitted in one act, and its story tells both [SAL-4]', async () => {
  const wish = await world.wish('MOD', { mode: 'credit', lines: 2 });
  const made = await sales.command<{ dealId: string; status: string }>('crm', 'deal.create', {
    org: wish.orgId,
    profile: wish.profileId,
    currency: 'USD',
    lines: wish.lines,
    submit: true,
  });
  expect(made.status).toBe('submitted');
  const story = await world.look('crm', (tx) => tx.query<{ kind: string }>('select kind from crm_timeline_entry where deal = $1 order by kind', [made.dealId]));
  expect(story.map((entry) => entry.kind)).toEqual(['deal.create', 'deal.submit']);
  const decisions = await world.look('crm', (tx) =>
    tx.query<{ gate: string; allowed: boolean; command: string }>('select gate, allowed, command from kernel.decision where subject_id = $1', [made.dealId]),
  );
  expect(decisions).toEqual([{ gate: 'deal-submit', allowed: true, command: 'deal.create' }]);
});
