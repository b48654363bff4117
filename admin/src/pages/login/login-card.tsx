import { Button } from 'antd';
import type { ReactNode } from 'react';
import { chooseLanguage, useText } from '../../i18n/text.ts';
import { Brand } from '../../shell/brand.tsx';

/** The page of whoever is not signed in: one card, and the other language. */
export function LoginCard({ title, children }: { title: string; children: ReactNode }) {
  const { language } = useText();
  return (
    <div className="sv-login">
      <main className="sv-login-card">
        <Brand />
        <h1>{title}</h1>
        {children}
        <Button type="link" onClick={() => void chooseLanguage(language === 'tr' ? 'en' : 'tr')} data-testid="language">
          {language === 'tr' ? 'English' : 'Türkçe'}
        </Button>
      </main>
    </div>
  );
}
