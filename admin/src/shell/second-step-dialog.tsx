import { disableTwoFactor, enableTwoFactor, generateTwoFactorSecret } from '@directus/sdk';
import { Input, QRCode } from 'antd';
import { useId, useState } from 'react';
import { askDirectus } from '../api/directus.ts';
import { errorIn, type ServerError } from '../api/server-error.ts';
import type { Me } from '../api/types/me.ts';
import { FormDialog } from '../components/action/form-dialog.tsx';
import { Code } from '../components/value/code.tsx';
import { describeError } from '../errors/describe-error.ts';
import { useText } from '../i18n/text.ts';
import { homeSystem } from '../session/me.ts';
import { refreshSession } from '../session/session-store.ts';

interface Secret {
  readonly secret: string;
  readonly otpauth_url: string;
}

/**
 * Signing in with a code of an authenticator app besides the password: switched on by the password, then
 * a first code; switched off by a code. Each node keeps its own.
 */
export function SecondStepDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const texts = useText();
  const { t } = texts;
  const system = homeSystem();
  const [made, setMade] = useState<Secret | null>(null);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<ServerError | null>(null);
  const [isRunning, setRunning] = useState(false);
  const asksPassword = !me.hasSecondStep && made === null;

  const step = async (): Promise<'more' | 'done'> => {
    if (asksPassword) {
      setMade(await askDirectus(system, generateTwoFactorSecret(typed)));
      setTyped('');
      return 'more';
    }
    await askDirectus(system, made === null ? disableTwoFactor(typed.trim()) : enableTwoFactor(made.secret, typed.trim()));
    await refreshSession(system);
    return 'done';
  };
  const submit = () => {
    if (isRunning || typed === '') return;
    setRunning(true);
    setError(null);
    step()
      .then((outcome) => outcome === 'done' && onClose())
      .catch((thrown: unknown) => setError(errorIn(thrown)))
      .finally(() => setRunning(false));
  };
  // Directus answers 401 to a wrong password, which here means no ended session.
  const described = error && describeError(error.status === 401 && asksPassword ? { ...error, code: 'INVALID_CREDENTIALS' } : error, texts);
  return (
    <FormDialog
      title={t('secondStep.title')}
      command="second-step"
      label={asksPassword ? 'secondStep.next' : me.hasSecondStep ? 'secondStep.off' : 'secondStep.on'}
      isDanger={me.hasSecondStep}
      isRunning={isRunning}
      errorText={described && [described.title, described.happened, described.remedy].filter(Boolean).join(' ')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="sv-soft">{t(me.hasSecondStep ? 'secondStep.isOn' : made === null ? 'secondStep.why' : 'secondStep.scan')}</p>
      {made !== null && (
        <div className="sv-second-step" data-testid="second-step-secret" data-secret={made.secret}>
          <QRCode value={made.otpauth_url} size={168} type="svg" />
          <Code value={made.secret} />
        </div>
      )}
      <Field label={asksPassword ? t('login.password') : t('login.code')} isCode={!asksPassword} value={typed} onChange={setTyped} />
    </FormDialog>
  );
}

function Field({ label, isCode, value, onChange }: { label: string; isCode: boolean; value: string; onChange: (value: string) => void }) {
  const id = useId();
  const shared = { id, value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  return (
    <div className="sv-field">
      <label htmlFor={id}>{label}</label>
      {isCode ? (
        <Input {...shared} autoComplete="one-time-code" inputMode="numeric" maxLength={6} data-testid="second-step-code" />
      ) : (
        <Input.Password {...shared} autoComplete="current-password" data-testid="second-step-password" />
      )}
    </div>
  );
}
