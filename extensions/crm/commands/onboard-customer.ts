import { z } from 'zod';
import { commandIn } from '@selvedge/kernel/command/define-command.ts';
import { identityFor } from '../customers/identity-for.ts';
import * as asked from '../customers/profile-input.ts';
import { queueInternalMail } from '../mail/queue-internal.ts';
import { id } from '../input.ts';

const input = z.strictObject({
  org: id,
  name: asked.name,
  taxCountry: asked.taxCountry,
  taxNumber: asked.taxNumber,
  paymentMode: asked.paymentMode,
  termsDays: asked.termsDays.default(0),
  graceDays: asked.graceDays.default(0),
  pocEmail: asked.contactEmail.optional(),
  primaryContact: asked.shortText.optional(),
  primaryEmail: asked.contactEmail.optional(),
  billingEmail: asked.contactEmail.optional(),
  billingAddress: asked.address.optional(),
  shippingAddress: asked.address.optional(),
  onboarding: asked.onboarding.default({}),
});

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
    const customer = await identityFor(tx, org, body);
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
      { type: 'new_customer_pending_review', objectId: profile.id, code: body.taxNumber, audience: ['sales_manager'], facts: { name: body.name } },
    );
    changed('crm_customer_profile', profile.id, { after: profile });
    return { profileId: profile.id };
  },
});
