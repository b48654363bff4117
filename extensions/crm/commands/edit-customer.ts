import { z } from 'zod';
import { commandOn, type CommandContext, type SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { requireOtherHands } from '@selvedge/kernel/identity/other-hands.ts';
import { COMMERCIAL, changesOf } from '../customers/changes-of.ts';
import { followPaymentMode } from '../customers/follow-payment-mode.ts';
import { identityFor } from '../customers/identity-for.ts';
import { changedLimits, grantLimits } from '../customers/limits.ts';
import * as asked from '../customers/profile-input.ts';
import { tellCustomer } from '../customers/tell-customer.ts';
import { id, note } from '../input.ts';

/** An address, or an empty text that takes away the one that stands there. */
const emailOrNone = z
  .string()
  .trim()
  .max(255)
  .refine((text) => text === '' || asked.contactEmail.safeParse(text).success, {
    error: () => inWords({ en: 'must be an e-mail address, or empty', tr: 'bir e-posta adresi olmalı ya da boş bırakılmalı' }),
  })
  .optional();

const input = z.strictObject({
  profile: id,
  version: z.number().int().positive(),
  name: asked.name.optional(),
  taxCountry: asked.taxCountry.optional(),
  taxNumber: asked.taxNumber.optional(),
  paymentMode: asked.paymentMode.optional(),
  termsDays: asked.termsDays.optional(),
  graceDays: asked.graceDays.optional(),
  limits: z.array(asked.creditLimit).max(3).default([]),
  pocEmail: emailOrNone,
  primaryContact: asked.shortText.optional(),
  primaryEmail: emailOrNone,
  billingEmail: emailOrNone,
  billingAddress: asked.address.optional(),
  shippingAddress: asked.address.optional(),
  emailOptOut: z.boolean().optional(),
  onboarding: asked.onboarding.optional(),
  note: note.optional(),
});
type Body = z.infer<typeof input>;
type OnProfile = CommandContext<SubjectRow<'crm_customer_profile'>>;

interface TaxIdentity extends Record<string, unknown> {
  taxCountry: string;
  taxNumber: string;
}

/** The tax number before and after; the same twice where none other is wished. */
async function identities(tx: Tx, customer: string, body: Body): Promise<{ before: TaxIdentity; after: TaxIdentity; differ: boolean }> {
  const before = await tx.one<TaxIdentity>('select tax_country as "taxCountry", tax_number as "taxNumber" from crm_customer where id = $1', [customer]);
  const after = { taxCountry: body.taxCountry ?? before.taxCountry, taxNumber: body.taxNumber ?? before.taxNumber };
  return { before, after, differ: after.taxCountry !== before.taxCountry || after.taxNumber !== before.taxNumber };
}

/**
 * Terms and limits are a manager's word, and not of the one who brought the customer in. Until the customer is
 * approved, who sells may still correct the terms that they proposed.
 */
async function judgeTerms(context: OnProfile, touches: { terms: boolean; limits: boolean }): Promise<void> {
  const { tx, org, subject, identity } = context;
  const isAgreed = subject.status !== 'pending_review';
  if (!touches.limits && !(touches.terms && isAgreed)) return;
  context.require('customers:approve');
  await requireOtherHands(tx, org.id, identity.userId, subject.created_by, subject.created_at);
}

/**
 * Changes what is known of a customer: onboarding answers, contacts and addresses by who sells, terms of
 * trade and tax number of an approved one by who approves. The version guards against overwriting
 * somebody else's change.
 * @source SAL-1, SAL-2, MGR-1
 */
export const editCustomer = commandOn({
  name: 'customer.edit',
  system: 'crm',
  title: { en: 'Edit customer', tr: 'Müşteriyi düzenle' },
  permission: 'customers:edit',
  input,
  subject: { table: 'crm_customer_profile', id: (body) => body.profile },
  reason: (body) => body.note,
  run: async (context, body) => {
    const { tx, org, subject, now, changed } = context;
    if (subject.version !== body.version)
      throw conflict(
        'VERSION_OUTDATED',
        {
          en: `${subject.name} was changed meanwhile (version ${subject.version}, yours ${body.version}); reload and repeat your change.`,
          tr: `${subject.name} bu arada değişti (sürüm ${subject.version}, sizinki ${body.version}); yenileyip değişikliğinizi yineleyin.`,
        },
        { version: subject.version },
      );
    const changes = changesOf(subject, body);
    const tax = await identities(tx, subject.customer, body);
    const limits = await changedLimits(tx, subject.id, body.limits);
    const fields = [...changes.fields, ...(tax.differ ? ['taxNumber'] : []), ...(limits.after.length > 0 ? ['limits'] : [])];
    if (fields.length === 0)
      throw conflict('NOTHING_CHANGED', {
        en: `Nothing of ${subject.name} differs from what stands there; change a field or close the form.`,
        tr: `${subject.name} için yazılanlar kayıttakiyle aynı; bir alanı değiştirin ya da formu kapatın.`,
      });
    const terms = tax.differ || changes.fields.some((field) => COMMERCIAL.includes(field));
    await judgeTerms(context, { terms, limits: limits.after.length > 0 });
    const customer = tax.differ ? await identityFor(tx, org, tax.after) : subject.customer;
    const after = await tx.update('crm_customer_profile', subject.id, { ...changes.after, customer, version: subject.version + 1 });
    await grantLimits(tx, org.id, subject.id, limits.after);
    if (after.payment_mode !== subject.payment_mode) await followPaymentMode(tx, subject.id, after.payment_mode, now);
    tellCustomer(context, 'customer.edited', { changed: fields, ...(body.note && { note: body.note }) });
    changed('crm_customer_profile', subject.id, {
      before: { ...changes.before, ...(tax.differ && tax.before), ...(limits.after.length > 0 && { limits: limits.before }) },
      after: { ...changes.after, ...(tax.differ && tax.after), ...(limits.after.length > 0 && { limits: limits.after }) },
    });
    return { profileId: subject.id, version: after.version };
  },
});
