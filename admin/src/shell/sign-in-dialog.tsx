import type { Me } from '../api/types/me.ts';
import type { System } from '../api/types/shared.ts';
import { Dialog } from '../components/layout/dialog.tsx';
import { useText } from '../i18n/text.ts';
import { SignInForm } from '../pages/login/sign-in-form.tsx';
import { meIn } from '../session/me.ts';
import { isTwoNodes } from '../session/nodes.ts';
import { sessionOf } from '../session/session-store.ts';

export function SignInDialog({ system, me }: { system: System; me: Me }) {
  const { t } = useText();
  // Somebody else at the same screen starts on a page of their own.
  const signedIn = () => {
    if (meIn(sessionOf(system))?.user.id !== me.user.id) window.location.assign(import.meta.env.BASE_URL);
  };
  return (
    <Dialog footer={null} closable={false} width={400} title={t('login.again')}>
      <p className="sv-soft">{t('login.againWhy')}</p>
      <SignInForm system={system} email={me.user.email} isSystemNamed={isTwoNodes()} onSignedIn={signedIn} />
    </Dialog>
  );
}
