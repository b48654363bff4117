import { chromium, type Page } from 'playwright-core';
import { connectStack } from '../stack/connect.ts';
import { PASSWORD } from '../world/world.ts';

/** One person at a browser of their own: cookies, storage and window are not shared. */
export interface Person {
  readonly page: Page;
  /** Errors the page threw or logged; a test that ends well expects none. */
  readonly problems: string[];
  goto(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly password?: string;
}

/** Asked after a failed test, before anything is closed; see tests/stack/telling-environment.mjs. */
const tellers = globalThis as typeof globalThis & { tellAfterFailure?: Set<() => Promise<void>> };

/** What the person sees, as words: often enough to tell why a test waited in vain. */
async function tellOf(page: Page, email: string, problems: readonly string[]): Promise<void> {
  const words = await page.evaluate<string>('document.body.innerText').catch((thrown: unknown) => String(thrown));
  const seen = words.replaceAll(/\s*\n\s*/g, ' | ').slice(0, 1500);
  process.stdout.write(`${email} was at ${page.url()}\n  and saw: ${seen}\n  problems: ${problems.join(' | ') || 'none'}\n`);
}

/** Opens a browser without cookies or storage, and logs in through the login page. */
export async function openBrowser(baseUrl: string, email: string, options: BrowserOptions = {}): Promise<Person> {
  const browser = await chromium.connect(await connectStack().browserAddress());
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.theme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Istanbul',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // The login page asks who is signed in; Chromium logs that the answer is "nobody".
    if (message.type() === 'error' && !message.location().url.endsWith('/kernel/me')) problems.push(`${page.url()}: ${message.text()}`);
  });
  const tell = () => tellOf(page, email, problems);
  (tellers.tellAfterFailure ??= new Set()).add(tell);
  await page.goto(`${baseUrl}/app/login`);
  await page.getByTestId('login-email').fill(`${email}@selvedge.test`);
  await page.getByTestId('login-password').fill(options.password ?? PASSWORD);
  await page.getByTestId('login-submit').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
  // Everyone lands on a page of their own, whose title says which.
  await page.waitForURL((url) => !/\/app\/?$/.test(url.pathname));
  await page.locator('main h1, main .sv-empty, main .sv-error').first().waitFor();
  return {
    page,
    problems,
    goto: async (route) => {
      await page.goto(`${baseUrl}/app${route}`);
    },
    close: async () => {
      tellers.tellAfterFailure?.delete(tell);
      await context.close();
      await browser.close();
    },
  };
}
