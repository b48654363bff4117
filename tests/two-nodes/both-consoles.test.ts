import { randomUUID } from 'node:crypto';
import { openBrowser, type Person } from '../browser/chromium.ts';
import { settled } from '../browser/look.ts';
import { envelope, postEvent } from '../world/event-sender.ts';
import { openWorld, PASSWORD } from '../world/world.ts';

const world = openWorld();
let person: Person;
beforeAll(async () => {
  person = await openBrowser(world.addresses.crm, 'admin.mod');
});
afterAll(async () => {
  await person.close();
  await world.close();
});

const park = async (target: 'crm' | 'wms', type: string): Promise<string> => {
  const source = target === 'wms' ? 'crm' : 'wms';
  const event = envelope({ type, source, entity: 'deal', entity_id: randomUUID(), sequence: 1, data: {} });
  await postEvent(world, target, event);
  return event.id;
};

test('the console of one node shows what the other node holds, after signing in there, and replays it [SYS-1]', async () => {
  const { page } = person;
  const type = `deal.sung-${randomUUID().slice(0, 8)}`;
  const [here, there] = [await park('crm', type), await park('wms', type)];
  const row = (id: string) => page.locator(`tr[data-code="${id}"]`);

  await person.goto(`/integration?tab=held&q=${type}`);
  await row(here).waitFor();
  expect(await row(there).count()).toBe(0);

  await page.getByTestId('node').selectOption('wms');
  await page.getByTestId('login-password').fill(PASSWORD);
  await page.getByTestId('login-submit').click();
  await row(there).waitFor();
  expect(await row(here).count()).toBe(0);

  await row(there).getByRole('checkbox').check();
  await page.getByTestId('bulk-event.replay').click();
  await page.getByTestId('field-reason').fill('After an upgrade');
  await page.getByTestId('bulk-confirm-event.replay').click();
  await page.locator('.ant-modal').getByRole('button', { name: 'Close' }).last().click();
  const held = (system: 'crm' | 'wms', id: string) =>
    world.look(system, (tx) => tx.one<{ replays: number }>('select replays from kernel.inbox where id = $1', [id]));
  expect([(await held('wms', there)).replays, (await held('crm', here)).replays]).toEqual([1, 0]);

  await row(there).locator('td:nth-child(2)').click();
  await page.getByTestId('event').getByText(there).first().waitFor();
  await page.getByTestId('tab-overview').click();
  await settled(page);
  await page.locator('.sv-bars').first().waitFor();
  await page.getByTestId('node').selectOption('crm');
  await page.getByTestId('tab-held').click();
  await row(here).waitFor();
  expect(person.problems.filter((problem) => !problem.includes('401'))).toEqual([]);
}, 300_000);

test('the banner tells of what the other node gave up, and leads there [SYS-1]', async () => {
  const { page } = person;
  const { id, status } = await world.look('wms', (tx) =>
    tx.one<{ id: string; status: string }>(`select id, status from kernel.outbox where org_code = 'MOD' order by occurred_at limit 1`),
  );
  const set = (to: string) => world.write('wms', (tx) => tx.query('update kernel.outbox set status = $2 where id = $1', [id, to]));
  const banner = page.locator('[data-testid="integration-banner"][data-node="wms"]');
  await person.goto('/audit');
  await settled(page);
  expect(await banner.count()).toBe(0);
  world.beforeClose(() => set(status));
  await set('dead');
  await page.reload();
  await banner.getByRole('link').click();
  await page.locator(`tr[data-code="${id}"]`).waitFor();
  expect(new URL(page.url()).searchParams.get('node')).toBe('wms');
}, 180_000);
