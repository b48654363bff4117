import type { Locale } from 'antd/es/locale';
import { useEffect, useState } from 'react';
import { useText } from './text.ts';

/** antd speaks English by itself; Turkish (with dayjs') is fetched when it is chosen. */
export function useAntdLocale(): Locale | undefined {
  const { language } = useText();
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    let isCurrent = true;
    if (language === 'en') setLocale(undefined);
    else
      void import('./antd-tr.ts').then(({ antdTr }) => {
        if (isCurrent) setLocale(antdTr);
      });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return locale;
}
