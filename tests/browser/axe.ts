import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

export interface Look {
  /** A selector of the part to look at; left out, the whole page. */
  readonly within?: string;
  /** What another theme can break: colours alone. */
  readonly coloursOnly?: boolean;
}

/** Findings of axe that keep somebody from using the page: serious and critical ones, each with the first place. */
export async function barriers(page: Page, { within, coloursOnly = false }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(SOURCE);
  // Style sheets are fetched anew for one rule only, about turning the screen, which no style here does.
  const options = { resultTypes: ['violations'], preload: false, ...(coloursOnly && { runOnly: ['color-contrast', 'link-in-text-block'] }) };
  const found = await page.evaluate<Violation[]>(
    `axe.run(${within === undefined ? 'document' : JSON.stringify(within)}, ${JSON.stringify(options)}).then((result) => result.violations)`,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes.length} places, first ${nodes[0]?.target.join(' ') ?? ''}: ${nodes[0]?.failureSummary ?? ''}`);
}
