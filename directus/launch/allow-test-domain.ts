import { createRequire } from 'node:module';

/**
 * Lets the demo's people log in: their addresses end in `.test`, the name that RFC 2606 reserves for
 * testing, and Directus' own check (joi) knows registered top-level domains only. joi reads this set.
 */
export function allowTestDomain(): void {
  const { tlds } = createRequire(import.meta.url)('@hapi/tlds') as { tlds: Set<string> };
  tlds.add('test');
}
