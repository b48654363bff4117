import { passwordReset } from '@directus/sdk';
import { Button, Input } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { askDirectus } from '../../api/directus.ts';
import { errorIn, type ServerError } from '../../api/server-error.ts';
import { describeError } from '../../errors/describe-error.ts';
import { useText, type Texts } from '../../i18n/text.ts';
import { homeSystem } from '../../session/me.ts';
import { ForgotPassword } from './forgot-password.tsx';
import { LoginCard } from './login-card.tsx';

/** What sign-in asks of everybody's password. */
const LENGTH = { least: 12, most: 128 };

function lengthProblem(password: string, t: Texts['t']): string | null {
  const count = password.length;
  if (count < LENGTH.least) return t('newPassword.tooShort', { count });
  return count > LENGTH.most ? t('newPassword.tooLong', { count }) : null;
}

interface LinkProblem {
  said: string;
  remedy: string;
}

/** Why a link opens nothing, or null when something else went wrong. */
function linkProblem({ code }: ServerError, t: Texts['t']): LinkProblem | null {
  if (code === 'TOKEN_EXPIRED') return { said: t('newPassword.expired'), remedy: t('newPassword.expiredRemedy') };
  if (code === 'LINK_USED' || code === 'FORBIDDEN') return { said: t('newPassword.used'), remedy: t('newPassword.usedRemedy') };
  if (code === 'INVALID_TOKEN') return { said: t('newPassword.broken'), remedy: t('newPassword.brokenRemedy') };
  return null;
}

/** Where the link of a mail leads: the person chooses a password, once per link (J99). */
export function ResetPasswordPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const [isDone, setDone] = useState(false);
  const [dead, setDead] = useState<LinkProblem | null>(
    token === '' ? { said: t('newPassword.missing'), remedy: t('newPassword.expiredRemedy') } : null,
  );
  return (
    <LoginCard title={t('newPassword.title')}>
      {isDone && (
        <>
          <p role="status" data-testid="password-set">
            {t('newPassword.done')}
          </p>
          <Link to="/login">{t('login.in')}</Link>
        </>
      )}
      {dead && (
        <>
          <p role="alert" className="sv-inline-error" data-testid="link-dead">
            {dead.said} {dead.remedy}
          </p>
          <ForgotPassword system={homeSystem()} onBack={() => void navigate('/login')} />
        </>
      )}
      {!isDone && !dead && <NewPassword token={token} onDone={() => setDone(true)} onDead={setDead} />}
    </LoginCard>
  );
}

function NewPassword({ token, onDone, onDead }: { token: string; onDone: () => void; onDead: (problem: LinkProblem) => void }) {
  const texts = useText();
  const { t } = texts;
  const ids = { password: useId(), rule: useId() };
  const [password, setPassword] = useState('');
  const [touched, setTouched] = useState(false);
  const [error, setError] = useState<ServerError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const problem = touched ? lengthProblem(password, t) : null;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTouched(true);
    if (isBusy || lengthProblem(password, t) !== null) return;
    setBusy(true);
    setError(null);
    try {
      await askDirectus(homeSystem(), passwordReset(token, password));
      onDone();
    } catch (thrown) {
      const failed = errorIn(thrown);
      const dead = linkProblem(failed, t);
      if (dead) onDead(dead);
      else setError(failed);
    }
    setBusy(false);
  };
  const described = error ? describeError(error, texts) : null;
  return (
    <form className="sv-dialog-form" onSubmit={(event) => void submit(event)}>
      <div className="sv-field">
        <label htmlFor={ids.password}>{t('newPassword.label')}</label>
        <Input.Password
          id={ids.password}
          size="large"
          autoComplete="new-password"
          autoFocus
          value={password}
          status={problem ? 'error' : ''}
          aria-describedby={ids.rule}
          data-testid="new-password"
          onChange={(event) => setPassword(event.target.value)}
        />
        <span id={ids.rule} className={problem ? 'sv-field-problem' : 'sv-faint'} data-testid="password-rule">
          {problem ?? t('newPassword.ruleLength')}
        </span>
      </div>
      {described && (
        <p role="alert" className="sv-inline-error">
          {described.title} {described.happened} {described.remedy}
        </p>
      )}
      <Button type="primary" size="large" htmlType="submit" block loading={isBusy} data-testid="password-submit">
        {t('newPassword.save')}
      </Button>
    </form>
  );
}
