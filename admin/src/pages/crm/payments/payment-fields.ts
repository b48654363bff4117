import { CURRENCY_OPTIONS } from '../../../actions/currency-options.ts';
import type { FieldOf } from '../../../actions/definition.ts';
import type { InputOf } from '../../../api/commands.ts';

export type PaymentField = 'amount' | 'currency' | 'receivedOn' | 'method' | 'bankReference' | 'note';

export const METHOD_OPTIONS = [
  { value: 'bank_transfer', label: 'paymentMethod.bank_transfer' },
  { value: 'cash', label: 'paymentMethod.cash' },
  { value: 'cheque', label: 'paymentMethod.cheque' },
  { value: 'card', label: 'paymentMethod.card' },
] as const;

export const PAYMENT_FIELDS: readonly (FieldOf<InputOf<'crm', 'payment.record'>> & { name: PaymentField })[] = [
  { name: 'amount', kind: 'amount', label: 'field.amount', required: true },
  { name: 'currency', kind: 'choice', label: 'field.currency', required: true, options: CURRENCY_OPTIONS },
  { name: 'receivedOn', kind: 'date', label: 'field.receivedOn', required: true },
  {
    name: 'method',
    kind: 'choice',
    label: 'field.method',
    required: true,
    options: METHOD_OPTIONS,
  },
  { name: 'bankReference', kind: 'text', label: 'field.bankReference' },
  { name: 'note', kind: 'note', label: 'field.note' },
];
