import { Button } from 'antd';
import type { SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import type { OrgOfMe } from '../../../api/types/me.ts';
import { useCommand } from '../../../components/action/use-command.ts';
import { RecordPage } from '../../../components/layout/record-page.tsx';
import { AskOrg } from '../../../components/pickers/ask-org.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { onboardingFrom } from './customer-fields.ts';
import { QUESTION_FIELDS } from './onboarding-questions.ts';
import { useCustomerForm } from './use-customer-form.tsx';

/** Onboards a customer; a manager approves it afterwards. */
export function NewCustomerPage() {
  return (
    <RecordPage backTo="/customers" backLabel="nav.customers">
      <AskOrg title="customers.new" permission="customers:edit">
        {(org) => <NewCustomerForm key={org.code} org={org} />}
      </AskOrg>
    </RecordPage>
  );
}

function NewCustomerForm({ org }: { org: OrgOfMe }) {
  const { t } = useText();
  const navigate = useNavigate();
  const scoped = useScopedPath();
  const { run, isRunning, error, errorText } = useCommand('crm', 'customer.onboard', 'customers.created');
  const { values, fields, check, input } = useCustomerForm(() => ({ taxCountry: 'TR', paymentMode: 'cash' }), error);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!check()) return;
    const body = onboardingFrom(
      org.id,
      Object.fromEntries([...fields, ...QUESTION_FIELDS].map(({ name }) => [name, values[name]?.trim() ?? ''])),
    );
    if (body === null) return;
    void run(body).then((outcome) => {
      if (outcome?.ok) void navigate(scoped(`/customers/${outcome.data.profileId}`));
    });
  };
  return (
    <form className="sv-stack is-form" onSubmit={submit}>
      <h1>{t('customers.newIn', { org: org.name })}</h1>
      <p className="sv-soft">{t('customers.newHint')}</p>
      <div className="sv-form-grid">{fields.map((field, index) => input(field, index === 0))}</div>
      <h2>{t('section.onboarding')}</h2>
      <div className="sv-form-grid">{QUESTION_FIELDS.map((field) => input(field))}</div>
      {errorText && (
        <p role="alert" className="sv-inline-error">
          {errorText}
        </p>
      )}
      <div className="sv-row">
        <Button type="primary" htmlType="submit" loading={isRunning} data-testid="command-customer.onboard">
          {t('customers.save')}
        </Button>
      </div>
    </form>
  );
}
