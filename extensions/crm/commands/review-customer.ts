import { z } from 'zod';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { requireOtherHands } from '@selvedge/kernel/identity/other-hands.ts';
import { grantLimits } from '../customers/limits.ts';
import { creditLimit } from '../customers/profile-input.ts';
import { tellCustomer } from '../customers/tell-customer.ts';
import { id, note, reason } from '../input.ts';

/** A manager approves the onboarding and may grant credit limits with it (MGR-1). */
export const approveCustomer = commandOn({
  name: 'customer.approve',
  system: 'crm',
  title: { en: 'Approve customer', tr: 'Müşteriyi onayla' },
  permission: 'customers:approve',
  input: z.strictObject({ profile: id, note: note.optional(), limits: z.array(creditLimit).max(3).default([]) }),
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
    await grantLimits(tx, org.id, subject.id, body.limits);
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
  run: async (context, body) => {
    const { tx, subject, changed } = context;
    if (subject.status === 'inactive')
      throw conflict('CUSTOMER_ALREADY_INACTIVE', { en: `${subject.name} is inactive already.`, tr: `${subject.name} zaten pasif.` });
    await tx.update('crm_customer_profile', subject.id, { status: 'inactive' });
    tellCustomer(context, 'customer.deactivated', { reason: body.reason });
    changed('crm_customer_profile', subject.id, { before: { status: subject.status }, after: { status: 'inactive' } });
    return { profileId: subject.id, status: 'inactive' as const };
  },
});
