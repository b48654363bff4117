import { useState } from 'react';
import { CURRENCY_OPTIONS } from '../../../actions/currency-options.ts';
import { chosenFrom } from '../../../actions/definition.ts';
import type { PurchaseOrderView } from '../../../api/types/crm.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { CustomerSelect, type ChosenCustomer } from '../../../components/pickers/customer-select.tsx';
import { Money } from '../../../components/value/money.tsx';
import { amountFrom } from '../../../decimal/amount-from.ts';
import { compare, least, subtract } from '../../../decimal/decimal.ts';
import { typedFrom } from '../../../decimal/read-typed-number.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { todayIn } from '../../../format/times.ts';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';
import { METHOD_OPTIONS, PAYMENT_FIELDS, type PaymentField } from './payment-fields.ts';

interface RecordPaymentDialogProps {
  /** The PO that the payment is for; without it the payment stays unallocated credit. */
  purchaseOrder?: PurchaseOrderView;
  onClose: () => void;
}

/** A ledger entry; its rest above what the PO needs stays as credit of the customer. */
export function RecordPaymentDialog({ purchaseOrder, onClose }: RecordPaymentDialogProps) {
  const { t, language } = useText();
  const me = useMe();
  const { scope } = useScope();
  const orgCode = purchaseOrder?.purchaseOrder.org ?? (scope.kind === 'none' ? null : scope.org.code);
  const org = me?.orgs.find((candidate) => candidate.code === orgCode);
  const open = purchaseOrder ? subtract(purchaseOrder.purchaseOrder.grossAmount, purchaseOrder.allocatedAmount) : '0';
  const [customer, setCustomer] = useState<ChosenCustomer | null>(
    purchaseOrder ? { profileId: purchaseOrder.customer.profileId, name: purchaseOrder.customer.name } : null,
  );
  const [values, setValues] = useState<Record<PaymentField, string>>({
    amount: purchaseOrder && compare(open, '0') > 0 ? typedFrom(open, decimalMarkOf(language)) : '',
    currency: purchaseOrder?.purchaseOrder.currency ?? org?.currency ?? 'TRY',
    receivedOn: todayIn(org?.timeZone ?? 'Europe/Istanbul'),
    method: 'bank_transfer',
    bankReference: '',
    note: '',
  });
  const [touched, setTouched] = useState(false);
  const { run, isRunning, errorText } = useCommand('crm', 'payment.record', 'action.payment.record.done');

  const amount = amountFrom(values.amount, decimalMarkOf(language));
  const sameCurrency = purchaseOrder !== undefined && values.currency === purchaseOrder.purchaseOrder.currency;
  const allocated = sameCurrency && amount !== null && compare(open, '0') > 0 ? least(amount, open) : null;

  const submit = () => {
    setTouched(true);
    const currency = chosenFrom(CURRENCY_OPTIONS, values.currency);
    const method = chosenFrom(METHOD_OPTIONS, values.method);
    if (amount === null || currency === null || method === null || values.receivedOn === '' || !customer || !org) return;
    const body = {
      org: org.id,
      profile: customer.profileId,
      currency,
      amount,
      receivedOn: values.receivedOn,
      method,
      ...(values.bankReference === '' ? {} : { bankReference: values.bankReference }),
      ...(values.note === '' ? {} : { note: values.note }),
      ...(allocated && purchaseOrder ? { allocations: [{ purchaseOrder: purchaseOrder.purchaseOrder.id, amount: allocated }] } : {}),
    };
    void run(body).then((outcome) => {
      if (outcome?.ok) onClose();
    });
  };

  return (
    <FormDialog
      title={purchaseOrder ? t('payments.recordFor', { code: purchaseOrder.purchaseOrder.code }) : t('action.payment.record.label')}
      command="payment.record"
      label="action.payment.record.label"
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      {purchaseOrder ? (
        <p className="sv-soft">
          {customer?.name} · {t('panel.openAmount')} <Money amount={open} currency={purchaseOrder.purchaseOrder.currency} />
        </p>
      ) : (
        <CustomerSelect value={customer} onChange={setCustomer} isMissing={touched && customer === null} org={orgCode} />
      )}
      {PAYMENT_FIELDS.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name]}
          isMissing={touched && (field.name === 'amount' ? amount === null : field.required === true && values[field.name] === '')}
          isFirst={field.name === 'amount' && purchaseOrder !== undefined}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {allocated && (
        <p className="sv-soft" aria-live="polite">
          {t('payments.willAllocate')} <Money amount={allocated} currency={values.currency} />
          {compare(subtract(amount ?? '0', allocated), '0') > 0 && (
            <>
              {' · '}
              {t('payments.restIsCredit')} <Money amount={subtract(amount ?? '0', allocated)} currency={values.currency} />
            </>
          )}
        </p>
      )}
      {purchaseOrder && !sameCurrency && <p className="sv-inline-error">{t('payments.otherCurrency')}</p>}
    </FormDialog>
  );
}
