import { chosenFrom, type ActionField, type FieldOf } from '../../../actions/definition.ts';
import type { InputOf } from '../../../api/commands.ts';
import type { ServerError } from '../../../api/server-error.ts';
import type { CustomerView } from '../../../api/types/crm.ts';
import { answersFrom } from './onboarding-questions.ts';

type Onboarding = InputOf<'crm', 'customer.onboard'>;
type Edit = InputOf<'crm', 'customer.edit'>;
type Typed = Readonly<Record<string, string>>;

const PAYMENT_MODES = [
  { value: 'cash', label: 'paymentMode.cash' },
  { value: 'credit', label: 'paymentMode.credit' },
] as const;

const NAME = [{ name: 'name', kind: 'text', label: 'field.name', required: true }] as const satisfies readonly FieldOf<Onboarding>[];
/** Once the customer is approved, only who approves changes these. */
export const TERMS_FIELDS = [
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
] as const satisfies readonly FieldOf<Onboarding>[];
const CONTACT_FIELDS = [
  { name: 'pocEmail', kind: 'text', label: 'column.email' },
  { name: 'primaryContact', kind: 'text', label: 'field.primaryContact' },
  { name: 'primaryEmail', kind: 'text', label: 'field.primaryEmail' },
  { name: 'billingEmail', kind: 'text', label: 'field.billingEmail' },
  { name: 'billingAddress', kind: 'note', label: 'field.billingAddress' },
  { name: 'shippingAddress', kind: 'note', label: 'field.shippingAddress' },
] as const satisfies readonly FieldOf<Onboarding>[];

const DAYS = ['termsDays', 'graceDays'] as const;
const WORDS = CONTACT_FIELDS.map(({ name }) => name);

const isDays = (name: string): boolean => DAYS.some((days) => days === name);

/** What a form about a customer asks for: days only where there is credit. */
export const fieldsFor = (typed: Typed, withTerms = true): readonly FieldOf<Onboarding>[] =>
  [...NAME, ...(withTerms ? TERMS_FIELDS : []), ...CONTACT_FIELDS].filter(({ name }) => !isDays(name) || typed['paymentMode'] === 'credit');

/** Whether a field cannot stay as it is typed. */
export function isWrong({ name, required }: ActionField, typed: Typed): boolean {
  const value = typed[name]?.trim() ?? '';
  return value === '' ? required === true : isDays(name) && !/^\d{1,3}$/.test(value);
}

export const isRefused = (name: string, error: ServerError | null): boolean =>
  error?.problems.some((problem) => problem.path === name) ?? false;

/** The body of the command from what was typed, without what was left empty; null while the payment mode is not chosen. */
export function onboardingFrom(org: string, typed: Typed): Onboarding | null {
  const paymentMode = chosenFrom(PAYMENT_MODES, typed['paymentMode']);
  if (paymentMode === null) return null;
  const { name = '', taxCountry = '', taxNumber = '' } = typed;
  const body: Onboarding = { org, name, taxCountry, taxNumber, paymentMode, onboarding: answersFrom(typed) };
  for (const field of DAYS) if (typed[field]) body[field] = Number(typed[field]);
  for (const field of WORDS) if (typed[field]) body[field] = typed[field];
  return body;
}

/** What a form starts with. */
export const typedOf = ({ profile }: CustomerView): Record<string, string> => ({
  ...profile.onboarding,
  name: profile.name,
  taxCountry: profile.taxCountry,
  taxNumber: profile.taxNumber,
  paymentMode: profile.paymentMode,
  termsDays: String(profile.termsDays),
  graceDays: String(profile.graceDays),
  ...Object.fromEntries(WORDS.map((field) => [field, profile[field] ?? ''])),
});

/** The body of an edit; a contact that was emptied is taken away, terms go along only where they may be changed. */
export function editFrom(profile: Pick<CustomerView['profile'], 'id' | 'version' | 'onboarding'>, typed: Typed, withTerms: boolean): Edit {
  const body: Edit = {
    profile: profile.id,
    version: profile.version,
    name: typed['name'] ?? '',
    onboarding: answersFrom(typed, profile.onboarding),
  };
  for (const field of WORDS) body[field] = typed[field]?.trim() ?? '';
  if (!withTerms) return body;
  const paymentMode = chosenFrom(PAYMENT_MODES, typed['paymentMode']);
  if (paymentMode !== null) body.paymentMode = paymentMode;
  if (paymentMode === 'credit') for (const field of DAYS) body[field] = Number(typed[field] ?? '0');
  return { ...body, taxCountry: typed['taxCountry'] ?? '', taxNumber: typed['taxNumber'] ?? '' };
}
