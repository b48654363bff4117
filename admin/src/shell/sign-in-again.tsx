import { Modal } from 'antd';
import type { System } from '../api/types/shared.ts';
import { useText } from '../i18n/text.ts';
import { isTwoNodes } from '../session/nodes.ts';
import { useSession } from '../session/session-store.ts';
import { SignInForm } from '../pages/login/sign-in-form.tsx';

/** The session ended while a page was open: the page stays as it is, nothing typed is lost. */
export function SignInAgain() {
  const { t } = useText();
  const crm = useSession('crm');
  const wms = useSession('wms');
  const system: System | null = crm.kind === 'expired' ? 'crm' : wms.kind === 'expired' ? 'wms' : null;
  const expired = crm.kind === 'expired' ? crm : wms.kind === 'expired' ? wms : null;
  if (!system || !expired) return null;
  return (
    <Modal open footer={null} closable={false} width={400} title={t('login.again')}>
      <p className="sv-soft">{t('login.againWhy')}</p>
      <SignInForm system={system} email={expired.me.user.email} isSystemNamed={isTwoNodes()} />
    </Modal>
  );
}
