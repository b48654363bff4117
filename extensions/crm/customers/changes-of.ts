import type { RowFor } from '@selvedge/directus/model/index.ts';

type Profile = RowFor<'crm_customer_profile'>;

/** Columns of a profile by the name a command asks for them. */
const COLUMNS = {
  name: 'name',
  paymentMode: 'payment_mode',
  termsDays: 'terms_days',
  graceDays: 'grace_days',
  pocEmail: 'poc_email',
  primaryContact: 'primary_contact',
  primaryEmail: 'primary_email',
  billingEmail: 'billing_email',
  billingAddress: 'billing_address',
  shippingAddress: 'shipping_address',
  emailOptOut: 'email_opt_out',
  onboarding: 'onboarding',
} as const satisfies Record<string, keyof Profile>;
type Field = keyof typeof COLUMNS;

/** What is wished for a profile: a field that is not named stays, an empty text is none. */
export type Wish = { readonly [F in Field]?: Profile[(typeof COLUMNS)[F]] | undefined };

/** Terms of trade: once the customer is approved, only who approves may change them. */
export const COMMERCIAL: readonly string[] = ['paymentMode', 'termsDays', 'graceDays'];

export interface Changes {
  /** As the command names them. */
  readonly fields: readonly string[];
  /** As the row names them. */
  readonly before: Partial<Profile>;
  readonly after: Partial<Profile>;
}

const written = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
/** Answers in another order are the same answers. */
const alike = (left: unknown, right: unknown): boolean => JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right));
const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)) : value;
const withoutEmpty = (answers: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.trim() !== ''));

/** What of a wish differs from the profile as it stands. */
export function changesOf(profile: Profile, wish: Wish): Changes {
  const asked = { ...wish, ...(wish.onboarding && { onboarding: withoutEmpty(wish.onboarding) }) };
  const fields = (Object.keys(COLUMNS) as Field[]).filter((field) => asked[field] !== undefined && !alike(written(asked[field]), profile[COLUMNS[field]]));
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const field of fields) {
    before[COLUMNS[field]] = profile[COLUMNS[field]];
    after[COLUMNS[field]] = written(asked[field]);
  }
  return { fields, before, after };
}
