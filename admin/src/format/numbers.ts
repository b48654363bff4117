import type { Language } from '../i18n/language.ts';

export const LOCALES: Record<Language, string> = { en: 'en-GB', tr: 'tr-TR' };
const formats = new Map<string, Intl.NumberFormat>();

function formatFor(language: Language, minimum: number, maximum: number): Intl.NumberFormat {
  const key = `${language} ${minimum} ${maximum}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: minimum, maximumFractionDigits: maximum });
  formats.set(key, made);
  return made;
}

// Intl formats decimal strings exactly; the cast only tells TypeScript that this one is a number.
const exact = (decimal: string) => decimal as `${number}`;

/** "4,250.00" */
export const amountText = (decimal: string, language: Language): string => formatFor(language, 2, 2).format(exact(decimal));

/** "120" or "120.5": as many decimals as there are, three at most. */
export const quantityText = (decimal: string, language: Language): string => formatFor(language, 0, 3).format(exact(decimal));

/** "9.8" or "10": one decimal at most. */
export const percentText = (decimal: string, language: Language): string => formatFor(language, 0, 1).format(exact(decimal));

/** "4.3350": prices keep up to four decimals. */
export const priceText = (decimal: string, language: Language): string => formatFor(language, 2, 4).format(exact(decimal));

export const countText = (count: number, language: Language): string => formatFor(language, 0, 0).format(count);

export const decimalMarkOf = (language: Language): ',' | '.' => (language === 'tr' ? ',' : '.');
