import { passwordRequest } from '@directus/sdk';
import { Button } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { askDirectus } from '../../api/directus.ts';
import { errorIn, type ServerError } from '../../api/server-error.ts';
import type { System } from '../../api/types/shared.ts';
import { describeError } from '../../errors/describe-error.ts';
import { useText } from '../../i18n/text.ts';
import { baseOf } from '../../session/nodes.ts';
import { EmailField } from './email-field.tsx';

/** The page of a node's own app that the link leads to; the node sends links to no other. */
const pageOf = (system: System) => `${baseOf(system) || window.location.origin}${import.meta.env.BASE_URL}reset-password`;

interface ForgotPasswordProps {
  system: System;
  email?: string;
  onBack: () => void;
}

/** Asks for a mail with a link to a new password. The answer is the same whether the address is known or not. */
export function ForgotPassword({ system, email: known = '', onBack }: ForgotPasswordProps) {
  const texts = useText();
  const { t } = texts;
  const [email, setEmail] = useState(known);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [error, setError] = useState<ServerError | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const address = email.trim();
    if (isBusy || address === '') return;
    setBusy(true);
    setError(null);
    try {
      await askDirectus(system, passwordRequest(address, pageOf(system)));
      setSentTo(address);
    } catch (thrown) {
      setError(errorIn(thrown));
    }
    setBusy(false);
  };
  const described = error ? describeError(error, texts) : null;
  return (
    <form className="sv-dialog-form" onSubmit={(event) => void submit(event)}>
      {sentTo === null ? (
        <>
          <p className="sv-soft">{t('login.forgotWhy')}</p>
          <EmailField value={email} isFirst testId="forgot-email" onChange={setEmail} />
          {described && (
            <p role="alert" className="sv-inline-error" data-testid="forgot-error">
              {described.title} {described.happened} {described.remedy}
            </p>
          )}
          <Button type="primary" size="large" htmlType="submit" block loading={isBusy} data-testid="forgot-submit">
            {t('login.forgotAsk')}
          </Button>
        </>
      ) : (
        <p role="status" data-testid="forgot-sent">
          {t('login.forgotSent', { email: sentTo })}
        </p>
      )}
      <Button type="link" onClick={onBack} data-testid="forgot-back">
        {t('login.forgotBack')}
      </Button>
    </form>
  );
}
