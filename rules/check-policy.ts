import type { z } from 'zod';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import { checkAgainstBase, checkOverrides, checkSeverities, type Placed } from './check-against-base.ts';
import { checkCases } from './check-cases.ts';
import { checkCondition } from './check-condition.ts';
import { ENGINE_FAILED, FACTS_INVALID } from './evaluate.ts';
import { factsOf, type Fact } from './fact-kinds.ts';
import { NO_OWN_CASES, ownCasesSchema, type OwnCases } from './own-cases.ts';
import { placeholdersOf } from './phrase.ts';
import { policyFrame, policySchema, requirementFrame, type Policy, type Requirement } from './policy.ts';
import { problem, shapeProblems, type PolicyPath, type PolicyProblem } from './policy-problem.ts';
import type { GateCase } from './read-cases.ts';

export const MAX_POLICY_BYTES = 64 * 1024;

/** What a requirement may name besides facts. */
export interface KnownNames {
  readonly roles: readonly string[];
  readonly keys: readonly string[];
  readonly commands: readonly string[];
}

export interface PolicyToCheck {
  /** The policy as JSON text, at most 64 KB. */
  readonly raw: string;
  /** The organisation's own cases as JSON text (own-cases.ts), where it answers otherwise than the default. */
  readonly rawCases?: string | undefined;
  /** The gate it is for: its facts, and the cases of its folder. */
  readonly gate: { readonly name: string; readonly factsSchema: z.ZodType<Readonly<Record<string, unknown>>>; readonly cases: readonly GateCase[] };
  /** The default that it replaces; null, when it is the default. */
  readonly base: Policy | null;
  readonly known: KnownNames;
}

const RESERVED: readonly string[] = [FACTS_INVALID, ENGINE_FAILED];

/** Reads JSON text of bounded size. */
function readJson(text: string, at: PolicyPath): { readonly value: unknown } | { readonly problems: PolicyProblem[] } {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_POLICY_BYTES) {
    const sizes = [bytes.toLocaleString('en-GB'), MAX_POLICY_BYTES.toLocaleString('en-GB')] as const;
    return { problems: [problem('TOO_LARGE', at, `${sizes[0]} bytes; at most ${sizes[1]} are taken.`, `${sizes[0]} bayt; en çok ${sizes[1]} alınır.`)] };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const why = (error as Error).message;
    return { problems: [problem('NOT_JSON', at, `This is no JSON: ${why}.`, `Bu JSON değil: ${why}.`)] };
  }
}

function checkSentences(requirement: Requirement, facts: readonly Fact[], at: PolicyPath): PolicyProblem[] {
  const known = facts.map((fact) => fact.name);
  const filled = (['seen', 'needed'] as const).flatMap((field) =>
    (['en', 'tr'] as const).flatMap((language) => {
      const words = requirement[field][language];
      return placeholdersOf({ en: words, tr: '' })
        .filter((name) => !known.includes(name))
        .map((name) =>
          problem(
            'PLACEHOLDER_UNKNOWN',
            [...at, field, language],
            `{${name}} names no fact; known are ${known.join(', ')}.`,
            `{${name}} bir veri adı değil; bilinenler: ${known.join(', ')}.`,
          ),
        );
    }),
  );
  const plain = (['sentence', 'next'] as const)
    .filter((field) => placeholdersOf(requirement[field]).length > 0)
    .map((field) =>
      problem(
        'PLACEHOLDER_UNKNOWN',
        [...at, field],
        'Facts are filled in only in what was seen and what is needed.',
        'Veriler yalnız "görülen" ve "gereken" sözlerinde yerine konur.',
      ),
    );
  return [...filled, ...plain];
}

function checkNames({ lift, command }: Requirement, known: KnownNames, at: PolicyPath): PolicyProblem[] {
  const odd = (code: 'ROLE_UNKNOWN' | 'KEY_UNKNOWN' | 'COMMAND_UNKNOWN', path: PolicyPath, name: string, what: Bilingual, names: readonly string[]) =>
    names.includes(name)
      ? []
      : [problem(code, path, `${name} is no ${what.en}; known are ${names.join(', ')}.`, `${name} diye bir ${what.tr} yok; bilinenler: ${names.join(', ')}.`)];
  return [
    ...lift.roles.flatMap((role, i) => odd('ROLE_UNKNOWN', [...at, 'lift', 'roles', i], role, { en: 'role', tr: 'rol' }, known.roles)),
    ...(lift.key === null ? [] : odd('KEY_UNKNOWN', [...at, 'lift', 'key'], lift.key, { en: 'permission key', tr: 'izin anahtarı' }, known.keys)),
    ...(command === null ? [] : odd('COMMAND_UNKNOWN', [...at, 'command'], command, { en: 'command', tr: 'komut' }, known.commands)),
  ];
}

/** One requirement as it was written: what is wrong with it, and it itself where it can be read. */
function checkRequirement(
  raw: unknown,
  at: PolicyPath,
  facts: readonly Fact[],
  known: KnownNames,
): { readonly problems: PolicyProblem[]; readonly placed: readonly Placed[] } {
  const frame = requirementFrame.safeParse(raw);
  const written = typeof raw === 'object' && raw !== null && 'condition' in raw ? raw.condition : undefined;
  const inCondition = checkCondition(written, facts, [...at, 'condition']);
  if (!frame.success) return { problems: [...shapeProblems(frame.error.issues, at), ...inCondition], placed: [] };
  const requirement = frame.data as Requirement;
  const problems = [...inCondition, ...checkSentences(requirement, facts, at), ...checkNames(requirement, known, at)];
  if (RESERVED.includes(requirement.code))
    problems.push(
      problem(
        'CODE_RESERVED',
        [...at, 'code'],
        `${requirement.code} is said by the gate itself; choose another code.`,
        `${requirement.code} geçidin kendi kodu; başka bir kod seçin.`,
      ),
    );
  // A condition that is not sound cannot be compared with the default's.
  return { problems, placed: inCondition.length === 0 ? [{ requirement, at }] : [] };
}

function checkHead(raw: unknown, name: string, base: Policy | null): PolicyProblem[] {
  const frame = policyFrame.safeParse(raw);
  if (!frame.success) return shapeProblems(frame.error.issues, []);
  const { gate, overrideKey, bulkOverride } = frame.data;
  return [
    ...(gate === name ? [] : [problem('GATE_DIFFERS', ['gate'], `This is a policy of ${gate}, not of ${name}.`, `Bu, ${name} değil ${gate} için bir kural.`)]),
    ...(base === null || overrideKey === base.overrideKey
      ? []
      : [
          problem(
            'OVERRIDE_KEY_DIFFERS',
            ['overrideKey'],
            `${name} is overridden with ${base.overrideKey ?? 'no key'}; no organisation changes that.`,
            `${name} şununla aşılır: ${base.overrideKey ?? 'anahtar yok'}; bunu hiçbir şirket değiştiremez.`,
          ),
        ]),
    ...(base === null || base.bulkOverride || !bulkOverride
      ? []
      : [
          problem(
            'BULK_OVERRIDE_WIDENED',
            ['bulkOverride'],
            `${name} is overridden one by one by default, so no organisation may allow it in bulk.`,
            `${name} varsayılanda tek tek aşılır; hiçbir şirket topluca aşmaya izin veremez.`,
          ),
        ]),
  ];
}

const overrideKeyOf = (policy: unknown): unknown => (typeof policy === 'object' && policy !== null && 'overrideKey' in policy ? policy.overrideKey : null);
const codeOf = (raw: unknown): unknown => (typeof raw === 'object' && raw !== null && 'code' in raw ? raw.code : undefined);

function checkDuplicates(codes: readonly unknown[]): PolicyProblem[] {
  return codes.flatMap((code, i) =>
    typeof code === 'string' && codes.indexOf(code) < i
      ? [
          problem(
            'CODE_DUPLICATE',
            ['requirements', i, 'code'],
            `${code} stands here a second time; each code is said once.`,
            `${code} ikinci kez yazılmış; her kod bir kez yazılır.`,
          ),
        ]
      : [],
  );
}

function readOwnCases(text: string | undefined): { readonly value: OwnCases } | { readonly problems: PolicyProblem[] } {
  if (text === undefined) return { value: NO_OWN_CASES };
  const read = readJson(text, ['cases']);
  if ('problems' in read) return read;
  const parsed = ownCasesSchema.safeParse(read.value);
  return parsed.success ? { value: parsed.data } : { problems: shapeProblems(parsed.error.issues, ['cases']) };
}

/**
 * Everything that is wrong with a policy that somebody wants to publish for a gate, never only the first; nothing,
 * when it is sound. The cases are judged once the policy itself can be: before that, their answers would say nothing.
 * @source docs/decisions/0035-cases-of-an-organisation.md
 */
export async function checkPolicy({ raw, rawCases, gate, base, known }: PolicyToCheck): Promise<PolicyProblem[]> {
  const read = readJson(raw, []);
  const own = readOwnCases(rawCases);
  const ofCases = 'problems' in own ? own.problems : [];
  if ('problems' in read) return [...read.problems, ...ofCases];
  const { value } = read;
  const facts = factsOf(gate.factsSchema);
  const listed: readonly unknown[] =
    typeof value === 'object' && value !== null && 'requirements' in value && Array.isArray(value.requirements) ? value.requirements : [];
  const codes = listed.map(codeOf);
  const checked = listed.map((one, i) => checkRequirement(one, ['requirements', i], facts, known));
  const placed = checked.flatMap((one) => one.placed);
  const unread = checked.flatMap((one) => one.problems);
  const problems = [
    ...checkHead(value, gate.name, base),
    ...checkDuplicates(codes),
    ...unread,
    ...ofCases,
    ...checkOverrides(placed, overrideKeyOf(base ?? value)),
    ...checkSeverities(placed),
    ...(base ? checkAgainstBase(placed, codes, base, facts) : []),
  ];
  if (problems.length > 0 || 'problems' in own) return problems;
  const policy = policySchema.safeParse(value);
  if (!policy.success) return shapeProblems(policy.error.issues, []);
  return checkCases(policy.data, base ?? policy.data, gate.factsSchema, gate.cases, own.value);
}
