import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import { errorIn, type ServerError } from '../../api/server-error.ts';
import type { System } from '../../api/types/shared.ts';
import { describeError } from '../../errors/describe-error.ts';
import { useText } from '../../i18n/text.ts';
import { signIn } from '../../session/session-store.ts';
import { EmailField } from './email-field.tsx';
import { ForgotPassword } from './forgot-password.tsx';

interface SignInFormProps {
  system: System;
  email?: string;
  /** In two-node mode the form says to which system it signs in. */
  isSystemNamed?: boolean;
  /** Tells whether the form asks for a link to a new password instead. */
  onForgotten?: (isForgotten: boolean) => void;
  onSignedIn?: () => void;
}

/** E-mail and password for one node. */
export function SignInForm({ system, email: known = '', isSystemNamed = false, onForgotten, onSignedIn }: SignInFormProps) {
  const texts = useText();
  const { t } = texts;
  const ids = { password: useId(), code: useId() };
  const client = useQueryClient();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<ServerError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isForgotten, setForgotten] = useState(false);
  const forget = (next: boolean) => {
    setForgotten(next);
    onForgotten?.(next);
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy || email.trim() === '' || password === '') return;
    setBusy(true);
    setError(null);
    try {
      const state = await signIn(system, email.trim(), password, code?.trim());
      if (state.kind !== 'in') throw new Error(t('login.noSession'));
      await client.invalidateQueries();
      onSignedIn?.();
    } catch (thrown) {
      const failed = errorIn(thrown);
      setBusy(false);
      const wantsCode = failed.code === 'INVALID_OTP';
      // The first time it only asks for the code, which is no mistake.
      if (wantsCode && code === null) setCode('');
      // Directus answers 400 or 401 to a wrong password, depending on what is wrong with it.
      else setError(failed.status === 401 && !wantsCode ? { ...failed, code: 'INVALID_CREDENTIALS' } : failed);
    }
  };
  const described = error ? describeError(error, texts) : null;
  if (isForgotten) return <ForgotPassword system={system} email={email} onBack={() => forget(false)} />;
  return (
    <form className="sv-dialog-form" onSubmit={(event) => void submit(event)}>
      {isSystemNamed && <p className="sv-soft">{t('login.to', { system: t(`system.${system}`) })}</p>}
      <EmailField value={email} isFirst={known === ''} testId="login-email" onChange={setEmail} />
      <div className="sv-field">
        <label htmlFor={ids.password}>{t('login.password')}</label>
        <Input.Password
          id={ids.password}
          size="large"
          autoComplete="current-password"
          autoFocus={known !== ''}
          value={password}
          data-testid="login-password"
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      {code !== null && (
        <div className="sv-field">
          <label htmlFor={ids.code}>{t('login.code')}</label>
          <Input
            id={ids.code}
            size="large"
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={6}
            autoFocus
            value={code}
            data-testid="login-code"
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
      )}
      {described && (
        <p role="alert" className="sv-inline-error" data-testid="login-error">
          {described.title} {described.happened} {described.remedy}
        </p>
      )}
      <Button type="primary" size="large" htmlType="submit" block loading={isBusy} data-testid="login-submit">
        {t('login.in')}
      </Button>
      <Button type="link" onClick={() => forget(true)} data-testid="forgot">
        {t('login.forgot')}
      </Button>
    </form>
  );
}
