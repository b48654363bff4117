import { chosenFrom, type FieldOf } from '../../../actions/definition.ts';
import type { InputOf } from '../../../api/commands.ts';

type Onboarding = InputOf<'crm', 'customer.onboard'>;

const PAYMENT_MODES = [
  { value: 'cash', label: 'paymentMode.cash' },
  { value: 'credit', label: 'paymentMode.credit' },
] as const;

export const CUSTOMER_FIELDS: readonly FieldOf<Onboarding>[] = [
  { name: 'name', kind: 'text', label: 'field.name', required: true },
  { name: 'taxCountry', kind: 'text', label: 'field.taxCountry', required: true },
  { name: 'taxNumber', kind: 'text', label: 'column.taxNumber', required: true },
  {
    name: 'paymentMode',
    kind: 'choice',
    label: 'fact.paymentMode',
    required: true,
    options: PAYMENT_MODES,
  },
  { name: 'termsDays', kind: 'text', label: 'field.termsDays' },
  { name: 'graceDays', kind: 'text', label: 'field.graceDays' },
  { name: 'pocEmail', kind: 'text', label: 'column.email' },
  { name: 'primaryContact', kind: 'text', label: 'field.primaryContact' },
  { name: 'billingAddress', kind: 'note', label: 'field.billingAddress' },
  { name: 'shippingAddress', kind: 'note', label: 'field.shippingAddress' },
];

const DAYS = ['termsDays', 'graceDays'] as const;
const WORDS = ['pocEmail', 'primaryContact', 'billingAddress', 'shippingAddress'] as const;

export const isDays = (name: string): boolean => DAYS.some((days) => days === name);

/** The body of the command from what was typed, without what was left empty; null while the payment mode is not chosen. */
export function onboardingFrom(org: string, typed: Readonly<Record<string, string>>): Onboarding | null {
  const paymentMode = chosenFrom(PAYMENT_MODES, typed['paymentMode']);
  if (paymentMode === null) return null;
  const { name = '', taxCountry = '', taxNumber = '' } = typed;
  const body: Onboarding = { org, name, taxCountry, taxNumber, paymentMode };
  for (const field of DAYS) if (typed[field]) body[field] = Number(typed[field]);
  for (const field of WORDS) if (typed[field]) body[field] = typed[field];
  return body;
}
