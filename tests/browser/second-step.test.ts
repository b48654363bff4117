import { hire, welcome } from '../world/hire.ts';
import { codeOf } from '../world/one-time-code.ts';
import { openWorld, PASSWORD } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { settled } from './look.ts';

const world = openWorld();
let person: Person;
afterAll(async () => {
  await person.close();
  await world.close();
});

test('a person switches a second step on, is asked for it when signing in, and switches it off', async () => {
  const newcomer = await hire(world, 'İkinci');
  await welcome(world.as('admin.mod'), await world.orgId('MOD'), newcomer, 'sales');
  person = await openBrowser(world.addresses.crm, newcomer.email.replace('@selvedge.test', ''));
  const { page } = person;
  const open = async () => {
    await page.getByTestId('person').click();
    await page.getByTestId('second-step').click();
  };
  const confirm = page.getByTestId('dialog-confirm-second-step');
  /** Enters the code of now; the next one, as a person would, when the half minute turned on the way. */
  const byCode = async (secret: string, field: string, button: string, refused: string, gone: string) => {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await page.getByTestId(field).fill(codeOf(secret));
      await page.getByTestId(button).click();
      const ended = page
        .getByTestId(gone)
        .waitFor({ state: 'detached' })
        .then(() => true);
      if (
        await Promise.race([
          ended,
          page
            .locator(refused)
            .waitFor()
            .then(() => false),
        ])
      )
        return;
    }
    throw new Error('No code was taken.');
  };
  const inDialog = (secret: string) =>
    byCode(secret, 'second-step-code', 'dialog-confirm-second-step', '.ant-modal [role="alert"]', 'dialog-confirm-second-step');
  await settled(page);
  await open();
  await page.getByTestId('second-step-password').fill('not-the-password');
  await confirm.click();
  await page.locator('.ant-modal [role="alert"]').waitFor();
  await page.getByTestId('second-step-password').fill(PASSWORD);
  await confirm.click();
  const secret = (await page.getByTestId('second-step-secret').getAttribute('data-secret')) as string;
  await inDialog(secret);

  await page.getByTestId('person').click();
  await page.getByTestId('sign-out').click();
  await page.getByTestId('login-email').fill(newcomer.email);
  await page.getByTestId('login-password').fill(PASSWORD);
  await page.getByTestId('login-submit').click();
  await page.getByTestId('login-code').fill('000000');
  await page.getByTestId('login-submit').click();
  await page.getByTestId('login-error').waitFor();
  await page.getByTestId('login-code').fill('');
  await byCode(secret, 'login-code', 'login-submit', '.never', 'login-code');
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));

  await open();
  await inDialog(secret);
  await page.getByTestId('person').click();
  await page.getByText('Second step: off').waitFor();
});
