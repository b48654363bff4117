import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';

/** What a click on a button saves, as text. */
export async function downloadBy(page: Page, testId: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(testId).click()]);
  return text(await download.createReadStream());
}
