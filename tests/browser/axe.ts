import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** Findings of axe that keep somebody from using the page: serious and critical ones, each with the first place. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  const found = await page.evaluate<Violation[]>(`axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)`);
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes.length} places, first ${nodes[0]?.target.join(' ') ?? ''}: ${nodes[0]?.failureSummary ?? ''}`);
}
