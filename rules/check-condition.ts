import { checkValue } from './check-value.ts';
import { KIND_WORDS, type Fact } from './fact-kinds.ts';
import { isOperator, judgesAge, JUDGED_BY, operators } from './operators.ts';
import { problem, type PolicyPath, type PolicyProblem } from './policy-problem.ts';

/** How many groups may stand around a single condition; more, nobody reads. */
export const MAX_DEPTH = 4;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const misshapen = (at: PolicyPath, en: string, tr: string) => [problem('NOT_WELL_FORMED', at, en, tr)];
const FIELDS = ['fact', 'operator', 'value'];

function checkOperator(name: string, fact: Fact, facts: readonly Fact[], at: PolicyPath): PolicyProblem[] {
  if (!isOperator(name)) {
    const known = Object.keys(operators).join(', ');
    return [problem('OPERATOR_UNKNOWN', at, `${name} is no operator; known are ${known}.`, `${name} diye bir karşılaştırma yok; bilinenler: ${known}.`)];
  }
  if (!operators[name]?.takes[fact.kind]) {
    const fitting = Object.keys(operators).filter((other) => operators[other]?.takes[fact.kind]);
    const kind = KIND_WORDS[fact.kind];
    return [
      fitting.length === 0
        ? problem('OPERATOR_UNFIT', at, `${fact.name} is ${kind.en}; nothing judges that.`, `${fact.name} (${kind.tr}) hiçbir karşılaştırmaya girmez.`)
        : problem(
            'OPERATOR_UNFIT',
            at,
            `${name} does not judge ${fact.name}, which is ${kind.en}; use ${fitting.join(', ')}.`,
            `${name}, ${fact.name} (${kind.tr}) için uygun değil; şunları kullanın: ${fitting.join(', ')}.`,
          ),
    ];
  }
  const judged = fact.kind === 'day' || fact.kind === 'instant' ? JUDGED_BY[fact.kind] : undefined;
  if (!judgesAge(name) || facts.some((other) => other.kind === judged)) return [];
  return [
    problem(
      'OPERATOR_UNFIT',
      at,
      `${name} needs a fact that says when it is judged, and this gate has none.`,
      `${name} için değerlendirme zamanını söyleyen bir veri gerekir; bu geçitte yok.`,
    ),
  ];
}

function checkLeaf(leaf: Readonly<Record<string, unknown>>, facts: readonly Fact[], at: PolicyPath): PolicyProblem[] {
  const { fact: name, operator, value } = leaf;
  const odd = Object.keys(leaf).filter((field) => !FIELDS.includes(field));
  const missing = FIELDS.filter((field) => !Object.hasOwn(leaf, field));
  if (odd.length > 0 || missing.length > 0 || typeof name !== 'string' || typeof operator !== 'string') {
    const [en, tr] = [
      [...missing.map((one) => `missing: ${one}`), ...odd.map((one) => `unknown: ${one}`)],
      [...missing.map((one) => `eksik: ${one}`), ...odd.map((one) => `fazla: ${one}`)],
    ];
    return misshapen(
      at,
      `A condition is { fact, operator, value } with names as text, or { all: [...] }, or { any: [...] }. ${en.join(', ')}`.trim(),
      `Koşul ya { fact, operator, value } (adlar metin) ya { all: [...] } ya da { any: [...] } biçimindedir. ${tr.join(', ')}`.trim(),
    );
  }
  const fact = facts.find((one) => one.name === name);
  if (!fact) {
    const known = facts.map((one) => one.name).join(', ');
    return [
      problem(
        'FACT_UNKNOWN',
        [...at, 'fact'],
        `${name} is no fact of this gate; known are ${known}.`,
        `${name} bu geçidin verisi değil; bilinenler: ${known}.`,
      ),
      // Whether the operator exists can be told all the same.
      ...(isOperator(operator) ? [] : checkOperator(operator, facts[0] as Fact, facts, [...at, 'operator'])),
    ];
  }
  const wrong = checkOperator(operator, fact, facts, [...at, 'operator']);
  const described = operators[operator];
  return wrong.length > 0 || !described ? wrong : checkValue(value, fact, described, facts, [...at, 'value']);
}

/** Everything that is wrong with a condition as somebody wrote it, whatever it is. */
export function checkCondition(condition: unknown, facts: readonly Fact[], at: PolicyPath, depth = 0): PolicyProblem[] {
  if (depth > MAX_DEPTH)
    return [
      problem(
        'TOO_DEEP',
        at,
        `More than ${MAX_DEPTH} groups stand around this condition; say it in more requirements.`,
        `Bu koşulun çevresinde ${MAX_DEPTH} gruptan çok var; birden çok gereğe bölün.`,
      ),
    ];
  if (!isObject(condition)) return misshapen(at, 'A condition is missing here.', 'Burada bir koşul eksik.');
  const group = Object.hasOwn(condition, 'all') ? 'all' : Object.hasOwn(condition, 'any') ? 'any' : null;
  if (group === null) return checkLeaf(condition, facts, at);
  const parts = condition[group];
  if (Object.keys(condition).length > 1)
    return misshapen(at, `A group has ${group} and nothing beside it.`, `Grupta yalnız ${group} bulunur, yanında başka bir şey olmaz.`);
  // An empty `all` would always be met and an empty `any` never.
  if (!Array.isArray(parts) || parts.length === 0)
    return misshapen([...at, group], `${group} needs a list of at least one condition.`, `${group} en az bir koşulluk bir liste ister.`);
  return parts.flatMap((part: unknown, i) => checkCondition(part, facts, [...at, group, i], depth + 1));
}
