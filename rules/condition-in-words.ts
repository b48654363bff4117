import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import { sayingOfKnown, type Fact } from './fact-kinds.ts';
import { operators } from './operators.ts';
import type { Condition, Leaf } from './policy.ts';
import { say } from './say.ts';

type Language = keyof Bilingual;
const AND: Bilingual = { en: ' and ', tr: ' ve ' };
/** "Is not null" is no way to say that there is a ship date. */
const WITH_NULL: Readonly<Record<string, Bilingual>> = { equal: { en: 'is not there', tr: 'yok' }, notEqual: { en: 'is there', tr: 'var' } };
const OR: Bilingual = { en: ' or ', tr: ' ya da ' };

function valueInWords({ value }: Leaf, fact: Fact | undefined, facts: readonly Fact[], language: Language): string {
  if (typeof value === 'object' && value !== null && 'fact' in value) return facts.find((other) => other.name === value.fact)?.label[language] ?? value.fact;
  if (value === '' && !fact?.nothing) return '""';
  return say(value, fact ? sayingOfKnown(fact) : {}, language);
}

function inLanguage(condition: Condition, facts: readonly Fact[], language: Language): string {
  if ('operator' in condition) {
    const fact = facts.find((one) => one.name === condition.fact);
    const label = fact?.label[language] ?? condition.fact;
    if (condition.value === null) return `${label} ${WITH_NULL[condition.operator]?.[language] ?? condition.operator}`;
    const operator = Object.hasOwn(operators, condition.operator) ? operators[condition.operator] : undefined;
    return `${label} ${operator?.words[language] ?? condition.operator} ${valueInWords(condition, fact, facts, language)}`;
  }
  const [parts, join] = 'all' in condition ? [condition.all, AND] : [condition.any, OR];
  return parts.map((part) => ('operator' in part ? inLanguage(part, facts, language) : `(${inLanguage(part, facts, language)})`)).join(join[language]);
}

/** A condition as people read it: `Overdue is exactly 0.00 or Payment confirmed is yes`. */
export const conditionInWords = (condition: Condition, facts: readonly Fact[]): Bilingual => ({
  en: inLanguage(condition, facts, 'en'),
  tr: inLanguage(condition, facts, 'tr'),
});
