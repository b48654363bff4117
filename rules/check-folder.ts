import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { checkPolicy, type KnownNames } from './check-policy.ts';
import { problem, type PolicyProblem } from './policy-problem.ts';
import { readCases, type GateCase } from './read-cases.ts';

export interface CheckedFolder {
  readonly name: string;
  /** How much there was to check; 0 where it could not be read. */
  readonly requirements: number;
  readonly cases: number;
  readonly problems: readonly PolicyProblem[];
}

/** A file of the folder that cannot be read is a problem like others. */
function attempt<T>(file: string, read: () => T): { readonly value: T } | { readonly problem: PolicyProblem } {
  try {
    return { value: read() };
  } catch (error) {
    const why = (error as Error).message;
    return { problem: problem('NOT_WELL_FORMED', [file], `${file} cannot be read: ${why}.`, `${file} okunamadı: ${why}.`) };
  }
}

/** The schema that a gate's facts.ts exports. @throws Error when it exports none, or several */
async function loadFactsSchema(file: string): Promise<z.ZodObject> {
  const exported: unknown[] = Object.values((await import(pathToFileURL(file).href)) as Record<string, unknown>);
  const schemas = exported.filter((one) => one instanceof z.ZodObject);
  const [schema] = schemas;
  if (!schema || schemas.length > 1) throw new Error(`${file} exports ${schemas.length} schemas of facts; export one.`);
  return schema;
}

const countIn = (raw: string): number => {
  const parsed = attempt('gate.json', () => JSON.parse(raw) as { requirements?: unknown } | null);
  return 'value' in parsed && Array.isArray(parsed.value?.requirements) ? parsed.value.requirements.length : 0;
};

/** Checks the default policy of a gate's folder as it stands on the disk, with its cases. It needs no other folder to be whole. */
export async function checkFolder(rules: string, name: string, known: KnownNames): Promise<CheckedFolder> {
  const policy = attempt('gate.json', () => readFileSync(path.join(rules, name, 'gate.json'), 'utf8'));
  const cases = attempt<readonly GateCase[]>('cases', () => readCases(name, rules));
  const unread = [policy, cases].flatMap((one) => ('problem' in one ? [one.problem] : []));
  if ('problem' in policy || 'problem' in cases) return { name, requirements: 0, cases: 0, problems: unread };
  const factsSchema = await loadFactsSchema(path.join(rules, name, 'facts.ts'));
  const problems = await checkPolicy({ raw: policy.value, gate: { name, factsSchema, cases: cases.value }, base: null, known });
  return { name, requirements: countIn(policy.value), cases: cases.value.length, problems };
}
