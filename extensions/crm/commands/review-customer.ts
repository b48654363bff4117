import { z } from 'zod';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { requireOtherHands } from '@selvedge/kernel/identity/other-hands.ts';
import { currency, id, note, notNegative, reason } from '../input.ts';

const limit = z.strictObject({ currency, limitAmount: notNegative });

/** A manager approves the onboarding and may grant credit limits with it (MGR-1). */
export const approveCustomer = commandOn({
  name: 'customer.approve',
  system: 'crm',
  title: { en: 'Approve customer', tr: 'Müşteriyi onayla' },
  permission: 'customers:approve',
  input: z.strictObject({ profile: id, note: note.optional(), limits: z.array(limit).max(3).default([]) }),
  subject: { table: 'crm_customer_profile', id: (body) => body.profile },
  reason: (body) => body.note,
  run: async ({ tx, subject, identity, now, org, changed }, body) => {
    if (subject.status === 'approved' && body.limits.length === 0)
      throw conflict('CUSTOMER_ALREADY_APPROVED', { en: `${subject.name} is approved already.`, tr: `${subject.name} zaten onaylı.` });
    await requireOtherHands(tx, org.id, identity.userId, subject.created_by, subject.created_at);
    const after = await tx.update('crm_customer_profile', subject.id, {
      status: 'approved',
      approved_by: identity.userId,
      approved_at: now,
      approval_reason: body.note ?? null,
    });
    for (const { currency: code, limitAmount } of body.limits) {
      await tx.query(
        `insert into crm_credit_limit (org, profile, currency, limit_amount) values ($1, $2, $3, $4)
         on conflict (profile, currency) do update set limit_amount = excluded.limit_amount`,
        [org.id, subject.id, code, limitAmount],
      );
    }
    changed('crm_customer_profile', subject.id, { before: { status: subject.status }, after: { status: after.status, limits: body.limits } });
    return { profileId: subject.id, status: after.status };
  },
});

/** An inactive customer is hidden from sales (J5). */
export const deactivateCustomer = commandOn({
  name: 'customer.deactivate',
  system: 'crm',
  title: { en: 'Deactivate customer', tr: 'Müşteriyi pasifleştir' },
  permission: 'customers:approve',
  input: z.strictObject({ profile: id, reason }),
  subject: { table: 'crm_customer_profile', id: (body) => body.profile },
  reason: (body) => body.reason,
  run: async ({ tx, subject, changed }) => {
    if (subject.status === 'inactive')
      throw conflict('CUSTOMER_ALREADY_INACTIVE', { en: `${subject.name} is inactive already.`, tr: `${subject.name} zaten pasif.` });
    await tx.update('crm_customer_profile', subject.id, { status: 'inactive' });
    changed('crm_customer_profile', subject.id, { before: { status: subject.status }, after: { status: 'inactive' } });
    return { profileId: subject.id, status: 'inactive' as const };
  },
});
