import { z } from 'zod';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import type { Saying } from './say.ts';

/** Sayings of schemas: how a fact reads is stated where the fact is. */
const sayings = z.registry<Saying>();
function said<S extends z.ZodType>(schema: S, saying: Saying): S {
  sayings.add(schema, saying);
  return schema;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A gross amount as decimal text; the sentence names its currency. */
export const amount = (saying: Saying = {}) => said(z.string().regex(DECIMAL), { as: 'amount', ...saying });
/** Meters, pieces or rolls as decimal text. */
export const quantity = () => said(z.string().regex(DECIMAL), { as: 'quantity' });
/** YYYY-MM-DD, or null with a word for that. */
export const dayOrNothing = (nothing: Bilingual) => said(z.string().nullable(), { as: 'day', nothing });
/** An ISO time, or null with a word for that. */
export const instantOrNothing = (nothing: Bilingual) => said(z.string().nullable(), { as: 'instant', nothing });
export const textOrNothing = (nothing: Bilingual) => said(z.string().nullable(), { nothing });
/** What was said elsewhere already, in both languages. */
export const sentence = () => z.object({ en: z.string(), tr: z.string() });
export const count = () => z.number().int().min(0);

type Words = Readonly<Record<string, Bilingual>>;
/** One word of a closed list. */
export const oneOf = <const W extends Words>(words: W, nothing?: Bilingual) =>
  said(z.enum(Object.keys(words) as [keyof W & string]), { words, ...(nothing && { nothing }) });
/** A word that has a saying where it is known; any other is taken as it is, and the policy judges it. */
export const word = (words: Words, nothing?: Bilingual) => said(z.string(), { words, ...(nothing && { nothing }) });
export const wordList = (words: Words) => said(z.array(z.string()), { words });

/** How a fact is said; of a schema that wraps another, as the inner one unless it says otherwise. */
export function sayingOf(schema: z.ZodType): Saying {
  const own = sayings.get(schema);
  if (own) return own;
  const { innerType } = schema._zod.def as { innerType?: z.ZodType };
  return innerType ? sayingOf(innerType) : {};
}
