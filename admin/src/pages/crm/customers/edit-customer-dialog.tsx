import { Checkbox } from 'antd';
import { useState } from 'react';
import { note as noteField } from '../../../actions/definition.ts';
import type { CustomerView } from '../../../api/types/crm.ts';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { useText } from '../../../i18n/text.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { editFrom, typedOf } from './customer-fields.ts';
import { LimitFields, useTypedLimits } from './limit-fields.tsx';
import { QUESTION_FIELDS } from './onboarding-questions.ts';
import { useCustomerForm } from './use-customer-form.tsx';

/** What is known of a customer, to be corrected; the terms of an approved one only by who approves. */
export function EditCustomerDialog({ view, onClose }: { view: CustomerView; onClose: () => void }) {
  const { t } = useText();
  // As it was when the form opened: somebody else's save meanwhile is refused, not overwritten.
  const [{ profile }] = useState(view);
  const mayApprove = useHolds('crm', 'customers:approve', profile.org);
  const withTerms = mayApprove || profile.status === 'pending_review';
  const [emailOptOut, setEmailOptOut] = useState(profile.emailOptOut);
  const limits = useTypedLimits(view.limits);
  const { run, isRunning, error, errorText } = useCommand('crm', 'customer.edit', 'customers.edited');
  const { values, fields, check, input } = useCustomerForm(() => typedOf(view), error, withTerms);

  const submit = () => {
    if (!check() || limits.hasBad) return;
    const note = values['note']?.trim();
    const body = {
      ...editFrom(profile, values, withTerms),
      emailOptOut,
      ...(mayApprove && { limits: limits.read }),
      ...(note && { note }),
    };
    void run(body).then((outcome) => {
      if (outcome?.ok) onClose();
    });
  };
  return (
    <FormDialog
      title={t('customers.editTitle', { name: profile.name })}
      command="customer.edit"
      label="action.customer.edit.save"
      width={760}
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      {!withTerms && (
        <p className="sv-soft" data-testid="terms-locked">
          {t('customers.termsLocked', { key: 'customers:approve' })}
        </p>
      )}
      <div className="sv-form-grid">
        {fields.map((field, index) => input(field, index === 0))}
        {mayApprove && values['paymentMode'] === 'credit' && <LimitFields limits={limits} />}
      </div>
      <Checkbox checked={emailOptOut} data-testid="field-emailOptOut" onChange={(event) => setEmailOptOut(event.target.checked)}>
        {t('field.emailOptOut')}
      </Checkbox>
      <h3>{t('section.onboarding')}</h3>
      <div className="sv-form-grid">{QUESTION_FIELDS.map((field) => input(field))}</div>
      {input(noteField)}
    </FormDialog>
  );
}
