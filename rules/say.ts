import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';

/** How a fact is said to people. */
export interface Saying {
  /** `amount` and `quantity` are decimals as text, `day` is YYYY-MM-DD, `instant` an ISO time. */
  readonly as?: 'amount' | 'quantity' | 'day' | 'instant';
  /** Words for the values of a closed list. */
  readonly words?: Readonly<Record<string, Bilingual>>;
  /** What no value means; left out, it is unknown. */
  readonly nothing?: Bilingual;
}

type Language = keyof Bilingual;
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', tr: 'tr-TR' };
const UNKNOWN: Bilingual = { en: 'unknown', tr: 'bilinmiyor' };
const YES: Bilingual = { en: 'yes', tr: 'evet' };
const NO: Bilingual = { en: 'no', tr: 'hayır' };

const inBoth = <T>(make: (locale: string) => T): Readonly<Record<Language, T>> => ({ en: make(LOCALES.en), tr: make(LOCALES.tr) });
const AMOUNT = inBoth((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 6 }));
const QUANTITY = inBoth((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }));
const COUNT = inBoth((locale) => new Intl.NumberFormat(locale));
// A day has no zone of its own; an instant is said in UTC, which it names.
const DAY = inBoth((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }));
const INSTANT = inBoth(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'UTC',
      timeZoneName: 'short',
    }),
);

// Intl formats decimal text exactly; the cast only tells TypeScript that this one is a number.
const exact = (decimal: string) => decimal as `${number}`;

function sayText(value: string, saying: Saying, language: Language): string {
  const { as, words } = saying;
  if (words) return words[value]?.[language] ?? value;
  if (as === 'amount') return AMOUNT[language].format(exact(value));
  if (as === 'quantity') return QUANTITY[language].format(exact(value));
  if (as === undefined || Number.isNaN(Date.parse(value))) return value;
  return (as === 'day' ? DAY : INSTANT)[language].format(new Date(value));
}

const isSentence = (value: unknown): value is Bilingual => typeof value === 'object' && value !== null && 'en' in value && 'tr' in value;

/** A fact in words: an amount with its digits grouped, a date, a count, a word for a status. */
export function say(value: unknown, saying: Saying, language: Language): string {
  if (value === null || value === undefined || (value === '' && saying.nothing)) return (saying.nothing ?? UNKNOWN)[language];
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  // Most counts are small and read the same in every language; formatting them is what an answer spends most time on.
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : COUNT[language].format(value);
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map((part) => say(part, saying, language)).join(', ');
  if (isSentence(value)) return value[language];
  return typeof value === 'string' ? sayText(value, saying, language) : JSON.stringify(value);
}
