import i18next from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { LocalText } from '../api/types/shared.ts';
import { browserLanguage, storedLanguage, storeLanguage, type Language } from './language.ts';
import type { TextKey } from './text-key.ts';

type Values = Record<string, string | number>;
export type Translate = (key: TextKey, values?: Values) => string;

const loaded = new Set<Language>();

/** Each language is a chunk of its own; only the one in use is fetched. */
async function load(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const texts = language === 'tr' ? (await import('./tr/index.ts')).tr : (await import('./en/index.ts')).en;
  i18next.addResourceBundle(language, 'translation', texts);
  loaded.add(language);
}

export async function startTexts(): Promise<void> {
  const language = storedLanguage() ?? browserLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await changeLanguage(language);
}

export const currentLanguage = (): Language => (i18next.language === 'tr' ? 'tr' : 'en');

export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The person's own choice, kept on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  storeLanguage(language);
  await changeLanguage(language);
}

/** For code outside components, e.g. the i18n provider. */
export const translateNow: Translate = (key, values) => i18next.t(key, values ?? {});

export interface Texts {
  t: Translate;
  language: Language;
  /** Picks the reader's language from a sentence of the server. */
  pick: (text: LocalText) => string;
}

export function useText(): Texts {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'tr' ? 'tr' : 'en';
  return useMemo(
    () => ({
      t: (key, values) => t(key, values ?? {}),
      language,
      pick: (text) => text[language] || text.en,
    }),
    [t, language],
  );
}
