import { Button } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { chooseLanguage, changeLanguage, useText } from '../../i18n/text.ts';
import { storedLanguage } from '../../i18n/language.ts';
import { homeMe, homeSystem } from '../../session/me.ts';
import { isTwoNodes } from '../../session/nodes.ts';
import { Brand } from '../../shell/brand.tsx';
import { OtherWays } from './other-ways.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Only paths of this app are followed after signing in. */
const safePath = (path: string | null) => (path && path.startsWith('/') && !path.startsWith('//') ? path : '/');

export function LoginPage() {
  const { t, language } = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const signedIn = async () => {
    const mine = homeMe()?.user.language;
    if (mine && storedLanguage() === null) await changeLanguage(mine);
    await navigate(safePath(search.get('to')), { replace: true });
  };
  return (
    <div className="sv-login">
      <main className="sv-login-card">
        <Brand />
        <h1>{t('login.title')}</h1>
        <p className="sv-soft">{t('login.promise')}</p>
        <SignInForm system={homeSystem()} isSystemNamed={isTwoNodes()} onSignedIn={() => void signedIn()} />
        <OtherWays system={homeSystem()} />
        <Button type="link" onClick={() => void chooseLanguage(language === 'tr' ? 'en' : 'tr')} data-testid="language">
          {language === 'tr' ? 'English' : 'Türkçe'}
        </Button>
      </main>
    </div>
  );
}
