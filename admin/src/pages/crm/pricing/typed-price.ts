import { typedFrom } from '../../../decimal/read-typed-number.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import type { Language } from '../../../i18n/language.ts';

/** A price as this reader would type it: two decimals, more only where it has them. */
export const typedPrice = (price: string, language: Language): string =>
  typedFrom(price.replace(/(\.\d{2}\d*?)0+$/, '$1'), decimalMarkOf(language));
