import { Modal } from 'antd';
import type { System } from '../api/types/shared.ts';
import { useText } from '../i18n/text.ts';
import { SignInForm } from '../pages/login/sign-in-form.tsx';
import { isTwoNodes } from '../session/nodes.ts';

export function SignInDialog({ system, email }: { system: System; email: string }) {
  const { t } = useText();
  return (
    <Modal open footer={null} closable={false} width={400} title={t('login.again')}>
      <p className="sv-soft">{t('login.againWhy')}</p>
      <SignInForm system={system} email={email} isSystemNamed={isTwoNodes()} />
    </Modal>
  );
}
