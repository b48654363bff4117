import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';

const world = openWorld();
const people = world.people('MOD');
const crew: Person[] = [];
afterAll(async () => {
  await Promise.all(crew.map((person) => person.close()));
  await world.close();
});

interface PlannedLine {
  id: string;
  qualityId: string;
  lots: { lotCode: string }[];
}

/** Scans a roll and asks for more meters than the books have. */
async function askForMore({ page }: Person, roll: string, meters: string): Promise<void> {
  await page.getByTestId('scan').fill(roll);
  await page.getByTestId('scan').press('Enter');
  await page.getByTestId('meters').fill(meters);
  await page.getByTestId('command-allocation.enter').click();
  await page.locator('[data-requirement="METERS_ON_HAND"][data-met="false"]').waitFor();
}

test('a scanner that asks for more than a roll holds is refused; a warehouse manager enters it with a reason [WMG-1]', async () => {
  const order = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1, qty: '600' }), 'planned');
  const { data: lines } = await people.warehouse.view<PlannedLine[]>('wms', 'allocation-entry', { org: 'MOD', q: order.dealCode });
  const line = lines[0] as PlannedLine;
  const { data: rolls } = await people.warehouse.view<{ code: string; freeMeters: string; lotCode: string }[]>('wms', 'rolls', {
    org: 'MOD',
    quality: line.qualityId,
  });
  const roll = rolls.find((one) => one.lotCode === line.lots[0]?.lotCode && Number(one.freeMeters) > 0 && Number(one.freeMeters) < 590);
  const [code, meters] = [roll?.code as string, String(Number(roll?.freeMeters) + 5)];

  const worker = await openBrowser(world.addresses.wms, 'warehouse.mod', { width: 390, height: 844 });
  crew.push(worker);
  await worker.goto(`/allocation-entry?line=${line.id}`);
  await askForMore(worker, code, meters);
  const refused = worker.page.getByTestId('step-allocation.enter-by-override');
  expect(await refused.getAttribute('data-refusal')).toContain('stock:override_on_hand');
  await refused.click({ force: true });
  expect(await worker.page.getByTestId('dialog-confirm-allocation.enter-by-override').count()).toBe(0);

  const manager = await openBrowser(world.addresses.wms, 'warehouse-manager.mod', { width: 390, height: 844 });
  crew.push(manager);
  const { page } = manager;
  await manager.goto(`/allocation-entry?line=${line.id}`);
  await askForMore(manager, code, meters);
  await page.getByTestId('step-allocation.enter-by-override').click();
  // Nothing is sent without the kind of reason and the reason itself.
  await page.getByTestId('dialog-confirm-allocation.enter-by-override').click();
  await page.getByText('Kind of reason is needed.').waitFor();
  await page.getByTestId('field-reasonCode').click();
  await page.locator('.ant-select-item-option', { hasText: 'Recounted' }).click();
  await page.getByTestId('field-note').fill('Topta 5 m fazla çıktı');
  await page.getByTestId('dialog-confirm-allocation.enter-by-override').click();
  await page.locator(`li[data-roll="${code}"]`).waitFor();
  await page.locator('[data-testid="scan-result"][data-kind="yes"]').waitFor();
  await page.getByTestId('scan').waitFor();

  const audit = await world.look('wms', (tx) =>
    tx.query<{ reason: string | null }>(`select reason from kernel.audit where subject_id = $1 and command = 'allocation.enter'`, [line.id]),
  );
  expect(audit).toEqual([{ reason: 'recount: Topta 5 m fazla çıktı' }]);
});
