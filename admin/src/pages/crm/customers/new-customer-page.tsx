import { Button } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { FieldInput } from '../../../components/action/field-input.tsx';
import type { OrgOfMe } from '../../../api/types/me.ts';
import { useCommand } from '../../../components/action/use-command.ts';
import { RecordPage } from '../../../components/layout/record-page.tsx';
import { AskOrg } from '../../../components/pickers/ask-org.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import type { ActionField } from '../../../actions/definition.ts';
import { fieldsFor, isRefused, isWrong, onboardingFrom } from './customer-fields.ts';
import { QUESTION_FIELDS } from './onboarding-questions.ts';

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
  const [values, setValues] = useState<Record<string, string>>({ taxCountry: 'TR', paymentMode: 'cash' });
  const [touched, setTouched] = useState(false);
  const { run, isRunning, error, errorText } = useCommand('crm', 'customer.onboard', 'customers.created');

  const shown = fieldsFor(values);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTouched(true);
    if (shown.some((field) => isWrong(field, values))) return;
    const body = onboardingFrom(
      org.id,
      Object.fromEntries([...shown, ...QUESTION_FIELDS].map(({ name }) => [name, values[name]?.trim() ?? ''])),
    );
    if (body === null) return;
    void run(body).then((outcome) => {
      if (outcome?.ok) void navigate(scoped(`/customers/${outcome.data.profileId}`));
    });
  };
  const input = (field: ActionField, isFirst = false) => (
    <FieldInput
      key={field.name}
      field={field}
      value={values[field.name] ?? ''}
      isMissing={isRefused(field.name, error) || (touched && isWrong(field, values))}
      isFirst={isFirst}
      onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
    />
  );
  return (
    <form className="sv-stack is-form" onSubmit={submit}>
      <h1>{t('customers.newIn', { org: org.name })}</h1>
      <p className="sv-soft">{t('customers.newHint')}</p>
      <div className="sv-form-grid">{shown.map((field, index) => input(field, index === 0))}</div>
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
