import type { Page } from 'playwright-core';
import { en } from '../../admin/src/i18n/en/index.ts';

/** What of the page reaches over its right edge, which a phone would have to scroll sideways for. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('html, .sv-page, .sv-center-main, .sv-rows, .sv-panel-body')]
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => (element.className || element.tagName) + ': ' + element.scrollWidth + ' > ' + element.clientWidth)`);

/** An e-mail address such as pricing.mod@… is none. */
const KEY = new RegExp(`\\b(${Object.keys(en).join('|')})(\\.\\w+)+\\b(?!@)`, 'g');

/** Keys of texts that stand on the page instead of their text. */
export async function untranslated(page: Page): Promise<string[]> {
  const words = await page.evaluate<string>(`document.body.innerText + ' ' + [...document.querySelectorAll('[title], [aria-label], [placeholder]')]
    .map((element) => [element.title, element.getAttribute('aria-label'), element.getAttribute('placeholder')].join(' ')).join(' ')`);
  return [...new Set(words.match(KEY))];
}

/** The kinds of elements that a part of the page is made of; parts of one shape look alike, whatever their words. */
export const shapeOf = (page: Page, within: string): Promise<string> =>
  page.evaluate(`[...new Set([...document.querySelectorAll(${JSON.stringify(`${within} *`)})]
    .map((element) => [element.tagName, element.getAttribute('class'), element.getAttribute('role')].join(' ')))]
    .sort().join('\\n')`);

/** Waits until everything that is asked for is shown: no skeleton, no spinner, rows as they will stay. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.locator('main h1, main .sv-empty, main .sv-error').first().waitFor();
  await page.locator('.sv-skeleton, [aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Waits until what was changed has been drawn and no longer moves, nor what that sets moving: colours are judged as the reader sees them. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(`(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const moving = () => document.getAnimations().filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity);
    await frame();
    do {
      await Promise.allSettled(moving().map((animation) => animation.finished));
      await frame();
      await frame();
    } while (moving().length > 0);
  })()`);
