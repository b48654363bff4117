import { z } from 'zod';
import { compare, isDecimal } from '@selvedge/kernel/money.ts';

/** Input fields that many warehouse commands share. */
export const id = z.uuid('must be the id of a record (a UUID)');
export const reason = z.string().trim().min(3, 'say why in at least 3 characters').max(250);
export const note = z.string().trim().max(250);
export const day = z.iso.date('must be a date as YYYY-MM-DD');
export const code = z.string().trim().min(1, 'scan or type the code').max(40);
export const meters = z
  .string()
  .refine(isDecimal, { error: (issue) => `"${String(issue.input)}" is not a decimal such as 60.5` })
  .refine((value) => !isDecimal(value) || compare(value, '0') > 0, {
    error: (issue) => `"${String(issue.input)}" is not above zero; enter meters greater than 0`,
  });

export const OVERRIDE_REASONS = ['recount', 'label_error', 'urgent_shipment', 'carrier_issue', 'management_decision'] as const;
export const override = z.strictObject({ reasonCode: z.enum(OVERRIDE_REASONS), note: reason });
