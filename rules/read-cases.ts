import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const caseSchema = z.strictObject({
  name: z.string().min(10),
  /** Facts that differ from the file's. */
  with: z.record(z.string(), z.unknown()).default({}),
  /** Facts left out. */
  without: z.array(z.string()).default([]),
  /** Every requirement that refuses, in the policy's order; none: allowed. */
  unmet: z.array(z.string()),
  /** Of these, the ones an override may lift. */
  overridable: z.array(z.string()).default([]),
  /** Unmet as well, and only said. */
  warned: z.array(z.string()).default([]),
  /** What people read of a requirement, where the case is about that. */
  seen: z.record(z.string(), z.strictObject({ en: z.string(), tr: z.string() })).default({}),
});
const fileSchema = z.strictObject({ facts: z.record(z.string(), z.unknown()), cases: z.array(caseSchema).min(1) });

export interface GateCase extends z.infer<typeof caseSchema> {
  /** The name of its file, without `.json`. */
  readonly theme: string;
  readonly facts: Record<string, unknown>;
}

/** The example cases of one gate: `rules/<gate>/cases/*.json`; `rules` is this folder unless another one is named. */
export function readCases(gate: string, rules = import.meta.dirname): GateCase[] {
  const folder = path.join(rules, gate, 'cases');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const { facts, cases } = fileSchema.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
      return cases.map((one) => {
        const changed = Object.entries({ ...facts, ...one.with }).filter(([name]) => !one.without.includes(name));
        return { ...one, theme: file.replace('.json', ''), facts: Object.fromEntries(changed) };
      });
    });
}
