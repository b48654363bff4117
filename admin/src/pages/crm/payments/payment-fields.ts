import type { ActionField } from '../../../actions/definition.ts';

export type PaymentField = 'amount' | 'currency' | 'receivedOn' | 'method' | 'bankReference' | 'note';

export const CURRENCY_OPTIONS = [
  { value: 'TRY', label: 'currency.TRY' },
  { value: 'USD', label: 'currency.USD' },
  { value: 'EUR', label: 'currency.EUR' },
] as const;

export const PAYMENT_FIELDS: readonly ActionField[] = [
  { name: 'amount', kind: 'amount', label: 'field.amount', required: true },
  { name: 'currency', kind: 'choice', label: 'field.currency', required: true, options: CURRENCY_OPTIONS },
  { name: 'receivedOn', kind: 'date', label: 'field.receivedOn', required: true },
  {
    name: 'method',
    kind: 'choice',
    label: 'field.method',
    required: true,
    options: [
      { value: 'bank_transfer', label: 'paymentMethod.bank_transfer' },
      { value: 'cash', label: 'paymentMethod.cash' },
      { value: 'cheque', label: 'paymentMethod.cheque' },
      { value: 'card', label: 'paymentMethod.card' },
    ],
  },
  { name: 'bankReference', kind: 'text', label: 'field.bankReference' },
  { name: 'note', kind: 'note', label: 'field.note' },
];
