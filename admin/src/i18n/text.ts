import i18next from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { LocalText } from '../api/types/shared.ts';
import { browserLanguage, storedLanguage, storeLanguage, type Language } from './language.ts';
import type { TextKey } from './text-key.ts';

type Values = Record<string, string | number>;
export type Translate = (key: TextKey, values?: Values) => string;

/** Each part of a language is a chunk of its own; only what is in use is fetched. */
const PARTS = {
  en: {
    first: async () => (await import('./en/first.ts')).first,
    administration: async () => (await import('./en/administration.ts')).administration,
  },
  tr: {
    first: async () => (await import('./tr/first.ts')).first,
    administration: async () => (await import('./tr/administration.ts')).administration,
  },
} as const;
type Part = keyof (typeof PARTS)['en'];

const wanted = new Set<Part>(['first']);
const loaded = new Set<string>();

async function loadPart(language: Language, part: Part): Promise<void> {
  const name = `${language}.${part}`;
  if (loaded.has(name)) return;
  i18next.addResourceBundle(language, 'translation', await PARTS[language][part]());
  loaded.add(name);
}

const load = (language: Language) => Promise.all([...wanted].map((part) => loadPart(language, part)));

/** Fetches a part before the page that speaks it is shown; from now on it follows the person's language. */
export async function wantTexts(part: Part): Promise<void> {
  wanted.add(part);
  await loadPart(currentLanguage(), part);
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
