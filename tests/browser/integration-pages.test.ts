import { randomUUID } from 'node:crypto';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { envelope, postEvent } from '../world/event-sender.ts';
import { forgetEventKeys } from '../world/forget-event-keys.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { downloadBy } from './download.ts';
import { settled } from './look.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test');
const system = (sql: string, params: unknown[] = []) => inTransaction(pool, { kind: 'system' }, (tx) => tx.query(sql, params));
let person: Person;
/** Administers the installation: what concerns all organisations is for them. */
let root: Person;
beforeAll(async () => {
  person = await openBrowser(world.addresses.crm, 'admin.mod');
  root = await openBrowser(world.addresses.crm, 'admin');
}, 180_000);
afterAll(async () => {
  await Promise.all([person.close(), root.close()]);
  await Promise.all([world.close(), pool.end()]);
});

const type = `deal.sung-${randomUUID().slice(0, 8)}`;

async function park(kind = type): Promise<string> {
  const event = envelope({ type: kind, source: 'crm', entity: 'deal', entity_id: randomUUID(), sequence: 1, data: { loud: true } });
  await postEvent(world, 'wms', event);
  return event.id;
}
const statusOf = async (id: string) =>
  await world.look('wms', (tx) => tx.one<{ status: string; replays: number }>('select status, replays from kernel.inbox where id = $1', [id]));

test('held events are replayed together with a reason, and one is skipped from its panel [SYS-1]', async () => {
  const { page } = person;
  const [first, second] = [await park(), await park()];
  await person.goto(`/integration?tab=held&q=${type}`);
  await page.locator(`tr[data-code="${second}"]`).waitFor();
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('bulk-event.replay').click();
  const confirm = page.getByTestId('bulk-confirm-event.replay');
  await page.getByTestId('field-reason').waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByTestId('field-reason').fill('After an upgrade');
  await confirm.click();
  await page.locator('.ant-modal').getByRole('button', { name: 'Close' }).last().click();
  expect([(await statusOf(first)).replays, (await statusOf(second)).replays]).toEqual([1, 1]);

  await page.locator(`tr[data-code="${first}"] td:nth-child(2)`).click();
  await page.getByTestId('event').getByText('"loud": true').waitFor();
  await page.getByTestId('command-event.skip').click();
  await page.getByTestId('field-reason').fill('Nobody sings here');
  await page.getByTestId('dialog-confirm-event.skip').click();
  await page.locator(`tr[data-code="${first}"]`).waitFor({ state: 'detached' });
  expect((await statusOf(first)).status).toBe('skipped');
  expect((await statusOf(second)).status).toBe('parked');
}, 180_000);

test('everything held of one type and time is counted, then replayed, and nothing else [SYS-1]', async () => {
  const { page } = person;
  const kind = `deal.hummed-${randomUUID().slice(0, 8)}`;
  const [first, second, other] = [await park(kind), await park(kind), await park(`${kind}-other`)];
  await person.goto('/integration?tab=held');
  await page.getByTestId('command-range').click();
  await page.getByTestId('field-type').click();
  await page.keyboard.type(kind);
  await page.locator(`.ant-select-item-option[title="${kind}"]`).click();
  await page.getByTestId('field-from').fill(world.today);
  await page.getByTestId('field-from').press('Tab');
  await page.getByTestId('field-reason').fill('After an upgrade');
  await page.getByTestId('dialog-confirm-range').click();
  const found = page.getByTestId('range-found');
  await found.waitFor();
  expect(await found.innerText()).toContain('2 can go through now, 0 cannot');
  expect((await statusOf(first)).replays).toBe(0);
  await page.getByTestId('dialog-confirm-range').click();
  await page.getByTestId('dialog-confirm-range').waitFor({ state: 'detached' });
  const replays = await Promise.all([first, second, other].map(async (id) => (await statusOf(id)).replays));
  expect(replays).toEqual([1, 1, 0]);
}, 180_000);

test('who administers an organisation sees the secrets and makes none: the button says why [ADM-10]', async () => {
  const { page } = person;
  await person.goto('/integration?tab=secrets');
  await settled(page);
  await page.getByTestId('secret').first().waitFor();
  const held = page.getByTestId('command-secret.create');
  expect(await held.getAttribute('data-refusal')).toBe('This concerns the whole installation; its administrator does it.');
  await held.click({ force: true });
  expect(await page.locator('.ant-modal').count()).toBe(0);
  expect(await page.getByTestId('command-secret.revoke').first().getAttribute('aria-disabled')).toBe('true');
});

test('a secret is shown once when it is made, and never again [ADM-10]', async () => {
  const { page } = root;
  await root.goto('/integration?tab=secrets');
  await settled(page);
  try {
    await page.getByTestId('command-secret.create').click();
    await page.getByTestId('field-reason').fill('Yearly rotation');
    await page.getByTestId('dialog-confirm-secret.create').click();
    const made = await page.getByTestId('made-secret').getByRole('button').innerText();
    expect(made).toMatch(/^whsec_/);
    await page.locator('.ant-modal').getByRole('button', { name: 'Close' }).last().click();
    await page.locator('[data-testid="secret"][data-status="ending"]').first().waitFor();
    await page.reload();
    await settled(page);
    expect(await page.content()).not.toContain(made);
  } finally {
    await system(
      'update kernel.webhook_secret set revoked_at = now() where expires_at is null and exists (select 1 from kernel.webhook_secret o where o.source = webhook_secret.source and o.target = webhook_secret.target and o.expires_at > now())',
    );
    await system('update kernel.webhook_secret set expires_at = null where revoked_at is null');
  }
});

test('an event key is shown once when it is made; the last that stays is not revoked, and the page says why [ADM-10]', async () => {
  const { page } = root;
  await root.goto('/integration?tab=secrets');
  await settled(page);
  try {
    await page.getByTestId('command-event-key.create').click();
    await page.getByTestId('field-reason').fill('Go-live');
    await page.getByTestId('dialog-confirm-event-key.create').click();
    const made = await page.getByTestId('made-secret').getByRole('button').innerText();
    expect(made).toMatch(/^svk_/);
    await page.locator('.ant-modal').getByRole('button', { name: 'Close' }).last().click();
    const row = page.locator('[data-testid="event-key"][data-status="active"]');
    await row.waitFor();
    await row.getByTestId('command-event-key.revoke').click();
    await page.getByTestId('field-reason').fill('Lost');
    await page.getByTestId('dialog-confirm-event-key.revoke').click();
    await page.locator('.ant-modal').getByText('It is the last event key from crm to wms').waitFor();
    await page.reload();
    await settled(page);
    expect(await page.content()).not.toContain(made);
  } finally {
    await forgetEventKeys(world);
  }
});

test('a corrupted copy is listed after comparing, and healed from the list', async () => {
  const { page } = root;
  const item = await world.look('crm', (tx) => tx.one<{ code: string; name: string }>('select code, name from crm_catalog_item order by code desc limit 1'));
  await system(`update crm_catalog_item set name = 'Yanlış' where code = $1`, [item.code]);
  await root.goto('/integration?tab=drift');
  await settled(page);
  await page.getByTestId('command-drift.check').click();
  await page.locator(`tr[data-code="${item.code}"]`).waitFor();
  await page.locator(`tr[data-code="${item.code}"]`).getByRole('checkbox').check();
  await page.getByTestId('bulk-drift.heal').click();
  await page.getByTestId('field-reason').fill('Edited by hand');
  await page.getByTestId('bulk-confirm-drift.heal').click();
  await eventually(
    'the name to be right again',
    () => world.look('crm', (tx) => tx.one<{ name: string }>('select name from crm_catalog_item where code = $1', [item.code])),
    (row) => row.name === item.name,
  );
  await page.locator('.ant-modal').getByRole('button', { name: 'Close' }).last().click();
  await page.getByTestId('command-drift.check').click();
  // Other tests may have left differences of their own.
  await page.locator(`tr[data-code="${item.code}"]`).waitFor({ state: 'detached' });
});

test('traffic, its delay and the contract are shown without a fault in the console', async () => {
  const { page } = person;
  await travel(world.people('MOD'), await world.wish('MOD', { mode: 'credit', lines: 1 }), 'won');
  await eventually(
    'an event of ours to have arrived',
    async () =>
      (await world.look('crm', (tx) => tx.one<{ n: number }>(`select count(*) as n from kernel.outbox where source = 'crm' and status = 'delivered'`))).n,
    (n) => n > 0,
  );
  await person.goto('/integration');
  const charts = page.locator('.sv-bars').filter({ hasText: 'Delay per minute' });
  const toWarehouse = charts.first();
  await toWarehouse.waitFor();
  // The usual stands inside the slowest, and both are said in words with their unit.
  const bar = toWarehouse.locator('.sv-bar').last();
  const height = async (at: number) => Number(await bar.locator('rect').nth(at).getAttribute('height'));
  expect(await height(1)).toBeGreaterThan(0);
  expect(await height(1)).toBeLessThanOrEqual(await height(0));
  expect(await bar.locator('title').textContent()).toMatch(/: usual [\d.,]+\s(ms|s), slowest 5 % [\d.,]+\s(ms|s)$/);
  expect(await page.locator('.sv-bars').filter({ hasText: 'Events per minute' }).count()).toBe(await charts.count());
  await page.getByTestId('tab-contract').click();
  await page.getByText('same contract').first().waitFor();
  expect(person.problems).toEqual([]);
});

test('the audit is searched, its chain verified and its head exported [J38 J72]', async () => {
  const { page } = person;
  await person.goto('/audit?q=drift.heal');
  await page.locator('.sv-table tbody tr td:first-child').first().click();
  await page.getByTestId('audit-row').getByText('Edited by hand').waitFor();
  await page.getByTestId('verify-chain').click();
  await page.getByTestId('verdict').getByText('rows fit their seals').waitFor();
  const head = JSON.parse(await downloadBy(page, 'export-head')) as { heads: { org: string | null }[] };
  expect(head.heads.map((one) => one.org)).toContain('MOD');
  expect(person.problems).toEqual([]);
});
