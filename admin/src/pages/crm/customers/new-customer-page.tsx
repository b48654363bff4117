import { Button } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { RecordPage } from '../../../components/layout/record-page.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope, useScopedPath } from '../../../routing/scope.ts';
import { CUSTOMER_FIELDS, isDays, onboardingFrom } from './customer-fields.ts';

/** Onboards a customer; a manager approves it afterwards. */
export function NewCustomerPage() {
  const { t } = useText();
  const { scope } = useScope();
  const navigate = useNavigate();
  const scoped = useScopedPath();
  const [values, setValues] = useState<Record<string, string>>({ taxCountry: 'TR', paymentMode: 'cash' });
  const [touched, setTouched] = useState(false);
  const { run, isRunning, error, errorText } = useCommand('crm', 'customer.onboard', 'customers.created');
  if (scope.kind === 'none') return <EmptyState title={t('states.noOrg')} why={t('states.noOrgWhy')} />;

  const isMissing = (name: string) => {
    const field = CUSTOMER_FIELDS.find((candidate) => candidate.name === name);
    const value = values[name]?.trim() ?? '';
    if (error?.problems.some((problem) => problem.path === name)) return true;
    return touched && ((field?.required === true && value === '') || (isDays(name) && value !== '' && !/^\d{1,3}$/.test(value)));
  };
  const shown = CUSTOMER_FIELDS.filter((field) => !isDays(field.name) || values['paymentMode'] === 'credit');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTouched(true);
    if (shown.some((field) => field.required && !values[field.name]?.trim())) return;
    const body = onboardingFrom(scope.org.id, Object.fromEntries(shown.map(({ name }) => [name, values[name]?.trim() ?? ''])));
    if (body === null) return;
    void run(body).then((outcome) => {
      if (outcome?.ok) void navigate(scoped(`/customers/${outcome.data.profileId}`));
    });
  };
  return (
    <RecordPage backTo="/customers" backLabel="nav.customers">
      <form className="sv-stack is-form" onSubmit={submit}>
        <h1>{t('customers.newIn', { org: scope.org.name })}</h1>
        <p className="sv-soft">{t('customers.newHint')}</p>
        <div className="sv-form-grid">
          {shown.map((field, index) => (
            <FieldInput
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              isMissing={isMissing(field.name)}
              isFirst={index === 0}
              onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
        </div>
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
    </RecordPage>
  );
}
