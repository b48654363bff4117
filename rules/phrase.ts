import { z } from 'zod';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import { sayingOf } from './fact-kinds.ts';
import { say, type Saying } from './say.ts';

/** A sentence that waits for its facts. */
export type Phrase = (facts: Readonly<Record<string, unknown>>) => Bilingual;
type Language = keyof Bilingual;

const PLACEHOLDER = /\{(\w+)\}/g;

/** The facts that a sentence names, in both languages: `Overdue {overdue} {currency}`. */
export const placeholdersOf = ({ en, tr }: Bilingual): readonly string[] => [
  ...new Set([en, tr].flatMap((words) => [...words.matchAll(PLACEHOLDER)].map(([, name]) => name as string))),
];

/**
 * Prepares sentences for the facts of a schema: each is taken apart once, and a fact is said as its schema
 * states, in both languages.
 */
export function phrase(schema: z.ZodType): (sentence: Bilingual) => Phrase {
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
  const sayings = new Map<string, Saying>(Object.entries(shape).map(([name, one]) => [name, sayingOf(one)]));
  // Splitting by a pattern with a group gives words and names by turns.
  const inLanguage = (words: string, language: Language) => {
    const parts = words.split(PLACEHOLDER);
    return (facts: Readonly<Record<string, unknown>>) =>
      parts
        .map((part, i) => (i % 2 === 0 ? part : say(facts[part], sayings.get(part) ?? {}, language)))
        .join('')
        .trim();
  };
  return (sentence) => {
    if (placeholdersOf(sentence).length === 0) return () => sentence;
    const [en, tr] = [inLanguage(sentence.en, 'en'), inLanguage(sentence.tr, 'tr')];
    return (facts) => ({ en: en(facts), tr: tr(facts) });
  };
}
