export type Language = 'en' | 'tr';
export const LANGUAGES: readonly Language[] = ['en', 'tr'];

const STORED_AS = 'selvedge.language';

const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'tr';

/** The language chosen on this machine, if any. */
export function storedLanguage(): Language | null {
  const stored = localStorage.getItem(STORED_AS);
  return isLanguage(stored) ? stored : null;
}

export const storeLanguage = (language: Language): void => localStorage.setItem(STORED_AS, language);

export const browserLanguage = (): Language => (navigator.language.toLowerCase().startsWith('tr') ? 'tr' : 'en');
