import type { ActionField } from '../../../actions/definition.ts';

export const CUSTOMER_FIELDS: readonly ActionField[] = [
  { name: 'name', kind: 'text', label: 'field.name', required: true },
  { name: 'taxCountry', kind: 'text', label: 'field.taxCountry', required: true },
  { name: 'taxNumber', kind: 'text', label: 'column.taxNumber', required: true },
  {
    name: 'paymentMode',
    kind: 'choice',
    label: 'fact.paymentMode',
    required: true,
    options: [
      { value: 'cash', label: 'paymentMode.cash' },
      { value: 'credit', label: 'paymentMode.credit' },
    ],
  },
  { name: 'termsDays', kind: 'text', label: 'field.termsDays' },
  { name: 'graceDays', kind: 'text', label: 'field.graceDays' },
  { name: 'pocEmail', kind: 'text', label: 'column.email' },
  { name: 'primaryContact', kind: 'text', label: 'field.primaryContact' },
  { name: 'billingAddress', kind: 'note', label: 'field.billingAddress' },
  { name: 'shippingAddress', kind: 'note', label: 'field.shippingAddress' },
];
