import { Input } from 'antd';
import { useId, useState } from 'react';
import { note as noteField } from '../../../actions/definition.ts';
import type { CustomerView } from '../../../api/types/crm.ts';
import type { Currency } from '../../../api/types/shared.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { readTypedNumber, typedFrom } from '../../../decimal/read-typed-number.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';

const CURRENCIES: readonly Currency[] = ['TRY', 'USD', 'EUR'];

/** Approves a customer and sets the limits, one per currency; an empty one sets none. */
export function ApproveDialog({ view, onClose }: { view: CustomerView; onClose: () => void }) {
  const { t, language } = useText();
  const mark = decimalMarkOf(language);
  const formId = useId();
  const [note, setNote] = useState('');
  const [limits, setLimits] = useState<Record<Currency, string>>(() => {
    const typed: Record<Currency, string> = { TRY: '', USD: '', EUR: '' };
    for (const limit of view.limits) typed[limit.currency] = typedFrom(limit.limitAmount, mark);
    return typed;
  });
  const { run, isRunning, errorText } = useCommand('crm', 'customer.approve', 'action.customer.approve.done');
  const isCredit = view.profile.paymentMode === 'credit';
  const filled = CURRENCIES.filter((currency) => limits[currency].trim() !== '');
  const bad = filled.filter((currency) => readTypedNumber(limits[currency], mark) === null);
  const read = filled.flatMap((currency) => {
    const limitAmount = readTypedNumber(limits[currency], mark);
    return limitAmount === null ? [] : [{ currency, limitAmount }];
  });

  const submit = () => {
    if (bad.length > 0) return;
    const body = {
      profile: view.profile.id,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(read.length === 0 ? {} : { limits: read }),
    };
    void run(body).then((outcome) => {
      if (outcome?.ok) onClose();
    });
  };
  return (
    <FormDialog
      title={t('customers.approveTitle', { name: view.profile.name })}
      command="customer.approve"
      label="action.customer.approve.label"
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      {isCredit &&
        CURRENCIES.map((currency) => (
          <div key={currency} className="sv-field">
            <label htmlFor={`${formId}-${currency}`}>{t('customers.limitIn', { currency })}</label>
            <Input
              id={`${formId}-${currency}`}
              inputMode="decimal"
              suffix={currency}
              status={bad.includes(currency) ? 'error' : ''}
              value={limits[currency]}
              data-testid={`field-limit-${currency}`}
              onChange={(event) => setLimits((before) => ({ ...before, [currency]: event.target.value }))}
            />
            {bad.includes(currency) && <span className="sv-field-problem">{t('field.noNumber', { value: limits[currency] })}</span>}
          </div>
        ))}
      <FieldInput field={noteField} value={note} isMissing={false} onChange={setNote} />
    </FormDialog>
  );
}
