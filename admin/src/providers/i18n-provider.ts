import type { I18nProvider } from '@refinedev/core';
import { chooseLanguage, currentLanguage } from '../i18n/text.ts';

/** Refine's own words never reach the screen; it only needs to know the language and how to change it. */
export const i18nProvider: I18nProvider = {
  translate: (key, _options, defaultMessage) => defaultMessage ?? key,
  changeLocale: (language) => chooseLanguage(language === 'tr' ? 'tr' : 'en'),
  getLocale: currentLanguage,
};
