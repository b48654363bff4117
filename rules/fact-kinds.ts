import { z } from 'zod';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import type { Saying } from './say.ts';

/**
 * What a fact is, for the operators that may judge it and for the editor of policies.
 * `judgingDay` and `judgingInstant` carry the day and the moment of judging: ages are counted from them,
 * never from the machine's clock.
 */
export type FactKind =
  'amount' | 'quantity' | 'count' | 'flag' | 'word' | 'wordList' | 'text' | 'textList' | 'sentence' | 'day' | 'instant' | 'judgingDay' | 'judgingInstant';

/** What the kinds are called, for the editor and for what is wrong with a policy. */
export const KIND_WORDS: Readonly<Record<FactKind, Bilingual>> = {
  amount: { en: 'an amount', tr: 'tutar' },
  quantity: { en: 'a quantity', tr: 'miktar' },
  count: { en: 'a whole number', tr: 'tam sayı' },
  flag: { en: 'yes or no', tr: 'evet ya da hayır' },
  word: { en: 'one of a list of words', tr: 'bir listenin kelimesi' },
  wordList: { en: 'a list of words', tr: 'kelime listesi' },
  text: { en: 'text', tr: 'metin' },
  textList: { en: 'a list of texts', tr: 'metin listesi' },
  sentence: { en: 'a sentence', tr: 'cümle' },
  day: { en: 'a day', tr: 'gün' },
  instant: { en: 'a moment', tr: 'an' },
  judgingDay: { en: 'the day of judging', tr: 'değerlendirme günü' },
  judgingInstant: { en: 'the moment of judging', tr: 'değerlendirme anı' },
};

type Words = Readonly<Record<string, Bilingual>>;

interface Known {
  readonly kind: FactKind;
  readonly label: Bilingual;
  /** Words for the values of a closed list. */
  readonly words?: Words;
  /** What no value means; left out, it is unknown. */
  readonly nothing?: Bilingual;
}

/** What is known of each schema: kind, label and words are stated where the fact is. */
const known = z.registry<Known>();
function knownAs<S extends z.ZodType>(schema: S, as: Known): S {
  known.add(schema, as);
  return schema;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A decimal as text, in the currency that the sentence names. */
export const amount = (label: Bilingual, more: { nothing?: Bilingual } = {}) => knownAs(z.string().regex(DECIMAL), { kind: 'amount', label, ...more });
/** Meters, pieces or rolls as decimal text. */
export const quantity = (label: Bilingual) => knownAs(z.string().regex(DECIMAL), { kind: 'quantity', label });
export const count = (label: Bilingual) => knownAs(z.number().int().min(0), { kind: 'count', label });
/** A number of days that cannot be zero. */
export const days = (label: Bilingual) => knownAs(z.number().int().positive(), { kind: 'count', label });
export const flag = (label: Bilingual) => knownAs(z.boolean(), { kind: 'flag', label });
/** YYYY-MM-DD, or null with a word for that. */
export const dayOrNothing = (label: Bilingual, nothing: Bilingual) => knownAs(z.string().nullable(), { kind: 'day', label, nothing });
/** An ISO time, or null with a word for that. */
export const instantOrNothing = (label: Bilingual, nothing: Bilingual) => knownAs(z.string().nullable(), { kind: 'instant', label, nothing });
/** The day of judging in the organisation's zone, YYYY-MM-DD. */
export const judgingDay = () => knownAs(z.iso.date(), { kind: 'judgingDay', label: { en: 'Day of judging', tr: 'Değerlendirme günü' } });
/** The moment of judging, ISO in UTC. */
export const judgingInstant = () => knownAs(z.iso.datetime(), { kind: 'judgingInstant', label: { en: 'Moment of judging', tr: 'Değerlendirme anı' } });
/** Free text, empty where there is none. */
export const text = (label: Bilingual, nothing: Bilingual) => knownAs(z.string(), { kind: 'text', label, nothing });
export const textOrNothing = (label: Bilingual, nothing: Bilingual) => knownAs(z.string().nullable(), { kind: 'text', label, nothing });
export const textList = (label: Bilingual) => knownAs(z.array(z.string()), { kind: 'textList', label });
/** What was said elsewhere already, in both languages. */
export const sentence = (label: Bilingual) => knownAs(z.object({ en: z.string(), tr: z.string() }), { kind: 'sentence', label });

/** One word of a closed list. */
export const oneOf = <const W extends Words>(label: Bilingual, words: W, nothing?: Bilingual) =>
  knownAs(z.enum(Object.keys(words) as [keyof W & string]), { kind: 'word', label, words, ...(nothing && { nothing }) });
/** A word that has a saying where it is known; any other is taken as it is, and the policy judges it. */
export const word = (label: Bilingual, words: Words, nothing?: Bilingual) => knownAs(z.string(), { kind: 'word', label, words, ...(nothing && { nothing }) });
export const wordList = (label: Bilingual, words: Words) => knownAs(z.array(z.string()), { kind: 'wordList', label, words });

/** Of a schema that wraps another, what is known of the inner one, unless it says otherwise. */
function knownOf(schema: z.ZodType): Known | undefined {
  const own = known.get(schema);
  if (own) return own;
  const { innerType } = schema._zod.def as { innerType?: z.ZodType };
  return innerType && knownOf(innerType);
}

const SAID_AS: Readonly<Partial<Record<FactKind, Saying['as']>>> = {
  amount: 'amount',
  quantity: 'quantity',
  day: 'day',
  judgingDay: 'day',
  instant: 'instant',
  judgingInstant: 'instant',
};

/** How a fact of this kind, with these words, is said. */
export function sayingOfKnown({ kind, words, nothing }: Known): Saying {
  const as = SAID_AS[kind];
  return { ...(as && { as }), ...(words && { words }), ...(nothing && { nothing }) };
}

/** How a fact is said. */
export function sayingOf(schema: z.ZodType): Saying {
  const one = knownOf(schema);
  return one ? sayingOfKnown(one) : {};
}

/** A fact as people and an editor of policies need it. */
export interface Fact extends Known {
  readonly name: string;
  /** Where it comes from, and its unit where the kind does not say it. */
  readonly source: string;
  /** Whether it may be null. */
  readonly nullable: boolean;
}

const describe = (name: string, schema: z.ZodType): Fact[] => {
  const one = knownOf(schema);
  return one ? [{ ...one, name, source: schema.description ?? '', nullable: schema.safeParse(null).success }] : [];
};

/**
 * The facts of a gate in the order they are stated, read from their schema: there is no second list.
 * A field that no kind describes is not among them, so no policy can be written about it.
 */
export const factsOf = (schema: z.ZodType): readonly Fact[] =>
  schema instanceof z.ZodObject ? Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, one]) => describe(name, one)) : [];
