import { z } from 'zod';
import { commandIn } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { queueInternalMail } from '../mail/queue-internal.ts';
import { email, id } from '../input.ts';

const shortText = z.string().trim().max(250);

const input = z.strictObject({
  org: id,
  name: z.string().trim().min(2).max(250),
  taxCountry: z
    .string()
    .trim()
    .regex(/^[A-Z]{2}$/, { error: () => inWords({ en: 'must be two capital letters such as TR', tr: 'TR gibi iki büyük harf olmalı' }) }),
  taxNumber: z
    .string()
    .trim()
    .regex(/^[0-9A-Z-]{5,30}$/, {
      error: () => inWords({ en: 'must be 5 to 30 digits, capital letters or dashes', tr: '5–30 rakam, büyük harf veya tire olmalı' }),
    }),
  paymentMode: z.enum(['cash', 'credit']),
  termsDays: z.number().int().min(0).max(365).default(0),
  graceDays: z.number().int().min(0).max(90).default(0),
  pocEmail: email.optional(),
  primaryContact: shortText.optional(),
  primaryEmail: email.optional(),
  billingEmail: email.optional(),
  billingAddress: z.string().trim().max(2_000).optional(),
  shippingAddress: z.string().trim().max(2_000).optional(),
  onboarding: z.record(z.string().max(60), z.string().max(2_000)).default({}),
});

/** Whether the person has a profile here that this colleague may not meet (J5): one tax number has one profile per org. */
async function isHidden(tx: Tx, orgId: string, customer: string): Promise<boolean> {
  await showCustomersBehindRecords(tx);
  return (await tx.maybe('select 1 from crm_customer_profile where org = $1 and customer = $2', [orgId, customer])) !== undefined;
}

/**
 * A new customer of this org, pending review. A tax number known in another org links silently:
 * the answer is the same as for a new one.
 * @source SAL-1, J4, J5
 */
export const onboardCustomer = commandIn({
  name: 'customer.onboard',
  system: 'crm',
  title: { en: 'Onboard customer', tr: 'Müşteri ekle' },
  permission: 'customers:edit',
  input,
  org: (body) => body.org,
  run: async ({ tx, org, identity, changed }, body) => {
    const { customer } = await tx.one<{ customer: string }>('select app.customer_identity($1, $2) as customer', [body.taxCountry, body.taxNumber]);
    const known = await tx.maybe<{ id: string }>('select id from crm_customer_profile where org = $1 and customer = $2', [org.id, customer]);
    if (!known && (await isHidden(tx, org.id, customer)))
      throw conflict('CUSTOMER_CLOSED', {
        en: `Tax number ${body.taxNumber} cannot be added to ${org.code} here; ask a sales manager, who sees why.`,
        tr: `${body.taxNumber} vergi numarası ${org.code} şirketine buradan eklenemez; nedenini gören bir satış müdürüne sorun.`,
      });
    if (known)
      throw conflict(
        'CUSTOMER_EXISTS',
        {
          en: `Tax number ${body.taxNumber} is a customer of ${org.code} already; open it instead.`,
          tr: `${body.taxNumber} vergi numarası ${org.code} şirketinin zaten müşterisi; o müşteriyi açın.`,
        },
        { profileId: known.id },
      );
    const profile = await tx.insert('crm_customer_profile', {
      org: org.id,
      customer,
      name: body.name,
      payment_mode: body.paymentMode,
      terms_days: body.termsDays,
      grace_days: body.graceDays,
      poc_email: body.pocEmail ?? null,
      primary_contact: body.primaryContact ?? null,
      primary_email: body.primaryEmail ?? null,
      billing_email: body.billingEmail ?? null,
      billing_address: body.billingAddress ?? null,
      shipping_address: body.shippingAddress ?? null,
      onboarding: body.onboarding,
      created_by: identity.userId,
    });
    await queueInternalMail(
      { tx, org },
      { type: 'new_customer_pending_review', objectId: profile.id, code: body.taxNumber, audience: 'sales_manager', facts: { name: body.name } },
    );
    changed('crm_customer_profile', profile.id, { after: profile });
    return { profileId: profile.id };
  },
});
