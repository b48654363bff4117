import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { storedLanguage } from '../../i18n/language.ts';
import { changeLanguage, useText } from '../../i18n/text.ts';
import { homeMe, homeSystem } from '../../session/me.ts';
import { isTwoNodes } from '../../session/nodes.ts';
import { LoginCard } from './login-card.tsx';
import { OtherWays } from './other-ways.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Only paths of this app are followed after signing in. */
const safePath = (path: string | null) => (path && path.startsWith('/') && !path.startsWith('//') ? path : '/');

export function LoginPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [isForgotten, setForgotten] = useState(false);
  const signedIn = async () => {
    const mine = homeMe()?.user.language;
    if (mine && storedLanguage() === null) await changeLanguage(mine);
    await navigate(safePath(search.get('to')), { replace: true });
  };
  return (
    <LoginCard title={t(isForgotten ? 'login.forgotTitle' : 'login.title')}>
      {!isForgotten && <p className="sv-soft">{t('login.promise')}</p>}
      <SignInForm system={homeSystem()} isSystemNamed={isTwoNodes()} onForgotten={setForgotten} onSignedIn={() => void signedIn()} />
      {!isForgotten && <OtherWays system={homeSystem()} />}
    </LoginCard>
  );
}
