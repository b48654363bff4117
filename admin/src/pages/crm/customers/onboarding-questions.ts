import type { ActionField } from '../../../actions/definition.ts';
import type { Fact } from '../../../components/layout/facts.tsx';
import type { Texts } from '../../../i18n/text.ts';

/** What is asked of whoever becomes a customer; an organisation may know other answers, which stay as they are. */
export const QUESTIONS = ['sector', 'products', 'monthlyMeters', 'references', 'deliveryWishes'] as const;
type Question = (typeof QUESTIONS)[number];
const LONG: readonly Question[] = ['references', 'deliveryWishes'];

export const QUESTION_FIELDS: readonly ActionField<Question>[] = QUESTIONS.map((name) => ({
  name,
  kind: LONG.includes(name) ? 'note' : 'text',
  label: `customers.question.${name}`,
}));

const isQuestion = (name: string): name is Question => QUESTIONS.some((question) => question === name);

/** What was answered, the known questions first and in their order. */
export function answersOf(onboarding: Readonly<Record<string, string>>, t: Texts['t']): Fact[] {
  const known = QUESTIONS.filter((question) => onboarding[question]);
  const others = Object.keys(onboarding).filter((name) => !isQuestion(name));
  return [...known, ...others].map((name) => ({
    label: isQuestion(name) ? t(`customers.question.${name}`) : name,
    value: onboarding[name],
  }));
}

/** All answers after these were typed; what is answered elsewhere stays. */
export function answersFrom(
  typed: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const others = Object.entries(before).filter(([name]) => !isQuestion(name));
  const typedNow = QUESTIONS.map((question) => [question, typed[question]?.trim() ?? ''] as const).filter(([, answer]) => answer !== '');
  return Object.fromEntries([...others, ...typedNow]);
}
