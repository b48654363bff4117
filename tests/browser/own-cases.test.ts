import { openGateDesk, type GateDesk } from '../world/gate-desk.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { overflowing, settled, untranslated } from './look.ts';

const world = openWorld();
let desk: GateDesk;
let writing: Person;
beforeAll(async () => {
  desk = await openGateDesk(world, 'MOD', { editor: 'Örnekçi' });
  const { suggestedCases } = await desk.check(desk.withTwoLines);
  await desk.draft(desk.withTwoLines, suggestedCases);
  writing = await openBrowser(world.addresses.crm, desk.editor.email.replace('@selvedge.test', ''));
}, 180_000);
afterAll(async () => {
  await writing.close();
  await world.close();
});

interface Kept {
  added: { name: string; facts: { lineCount: number }; unmet: string[] }[];
}

test('an own case is begun from an example, its facts are typed, its answer is seen at once, and it is copied, dropped and saved [SYS-4]', async () => {
  const { page } = writing;
  await writing.goto(`/rules/${desk.gate}?tab=editor`);
  await page.getByTestId('add-case').click();
  const first = page.getByTestId('added-case').first();
  await first.getByTestId('case-name').fill('refuses a deal of one line');
  await first.getByTestId('case-facts').click();
  const lines = first.locator('[data-fact="lineCount"]').getByTestId('leaf-value');
  await lines.fill('1');

  // It says that one line passes; the text answers otherwise, and that is what was meant.
  await first.getByTestId('case-answer').getByText('TWO_LINES').waitFor();
  await first.getByTestId('case-is-meant').click();
  await page.locator('[data-testid="added-case"][data-right="true"]').waitFor();

  // A copy with two lines passes, once its codes say so.
  await first.getByRole('button', { name: 'Copy: refuses a deal of one line' }).click();
  const second = page.getByTestId('added-case').nth(1);
  await second.getByTestId('case-name').fill('lets a deal of two lines pass');
  await second.getByTestId('case-facts').click();
  await second.locator('[data-fact="lineCount"]').getByTestId('leaf-value').fill('2');
  await second.getByTestId('case-answer').getByText('passes').waitFor();
  await second.getByTestId('case-expected').locator('.ant-select-selection-item-remove').click();
  await page.locator('[data-testid="added-case"][data-right="true"]').nth(1).waitFor();

  await second.getByRole('button', { name: /^Copy: / }).click();
  await page.getByTestId('added-case').nth(2).getByTestId('remove-case').click();
  expect(await page.getByTestId('added-case').count()).toBe(2);
  await page.locator('[data-testid="check"][data-problems="0"][data-asking="false"]').waitFor();
  await page.getByTestId('save-draft').click();
  await page.getByText('Draft saved.').waitFor();
  const row = await world.look('crm', (tx) =>
    tx.one<{ cases: string }>('select cases from core_gate_policy where author = $1 order by version desc limit 1', [desk.editor.id]),
  );
  expect((JSON.parse(row.cases) as Kept).added.map(({ name, facts, unmet }) => [name, facts.lineCount, unmet])).toEqual([
    ['refuses a deal of one line', 1, ['TWO_LINES']],
    ['lets a deal of two lines pass', 2, []],
  ]);
  expect(writing.problems).toEqual([]);
}, 180_000);

test('a requirement that only warns is written in its row, shown on its card, and its cases say so', async () => {
  const { page } = writing;
  await writing.goto(`/rules/${desk.gate}?tab=editor`);
  const form = page.locator('[data-testid="requirement-form"][data-code="TWO_LINES"]');
  await form.getByTestId('edit-requirement').click();
  await form.getByTestId('requirement-severity').selectOption('warn');
  // What refused only warns now, in the default's cases and in the own one.
  await page.getByTestId('all-meant').click();
  const first = page.getByTestId('added-case').first();
  await first.getByTestId('case-is-meant').click();
  await page.locator('[data-testid="check"][data-problems="0"][data-asking="false"]').waitFor();
  await form.getByTestId('edit-requirement').click();
  await form.getByText('only warns').waitFor();

  await page.getByTestId('draft-note').fill('Only a warning at first');
  await page.getByTestId('save-draft').click();
  await page.getByText('Draft saved.').waitFor();
  const { id } = await world.look('crm', (tx) =>
    tx.one<{ id: string }>('select id from core_gate_policy where author = $1 order by version desc limit 1', [desk.editor.id]),
  );
  await desk.submit(id);
  await desk.publish(id);

  // A deal of one line passes; its card says what it is warned of, and the decision keeps it.
  const { dealId, submit } = await desk.oneLineDeal();
  await writing.goto(`/deals/${dealId}`);
  const card = page.locator('[data-testid="why-blocked"][data-allowed="true"]');
  await card.locator('[data-requirement="TWO_LINES"][data-warns="true"]').getByText('Only a warning').waitFor();
  await submit();
  const kept = await world.look('crm', (tx) =>
    tx.one<{ allowed: boolean; said: unknown }>(
      `select d.allowed, (select jsonb_build_object('met', r -> 'met', 'severity', r ->> 'severity') from jsonb_array_elements(d.requirements) r where r ->> 'code' = 'TWO_LINES') as said
       from kernel.decision d where d.subject_id = $1`,
      [dealId],
    ),
  );
  expect(kept).toEqual({ allowed: true, said: { met: false, severity: 'warn' } });
  await desk.clear();
  expect(writing.problems).toEqual([]);
}, 180_000);

test('own cases fit a phone, with every word translated', async () => {
  const { cases } = await world.look('crm', (tx) =>
    tx.one<{ cases: string }>('select cases from core_gate_policy where author = $1 order by version desc limit 1', [desk.editor.id]),
  );
  await desk.draft(desk.withTwoLines, cases);
  const phone = await openBrowser(world.addresses.crm, desk.editor.email.replace('@selvedge.test', ''), { width: 390, height: 844, theme: 'dark' });
  try {
    await phone.goto(`/rules/${desk.gate}?tab=editor`);
    await phone.page.getByTestId('case-facts').first().click();
    await settled(phone.page);
    expect(await overflowing(phone.page)).toEqual([]);
    expect(await untranslated(phone.page)).toEqual([]);
    expect(phone.problems).toEqual([]);
  } finally {
    await phone.close();
  }
}, 180_000);
