import { z } from 'zod';
import { CURRENCY_CODES, UOMS } from '@selvedge/directus/model/units.ts';
import { compare, isDecimal } from '@selvedge/kernel/money.ts';

/** Input fields that many commands share, each with a message that names the remedy. */
export const id = z.uuid('must be the id of a record (a UUID)');
export const currency = z.enum(CURRENCY_CODES);
export const uom = z.enum(UOMS);
export const reason = z.string().trim().min(3, 'say why in at least 3 characters').max(250);
export const note = z.string().trim().max(250);
export const day = z.iso.date('must be a date as YYYY-MM-DD');
export const email = z.email('must be an e-mail address').max(255);

const decimalText = z.string().refine(isDecimal, { error: (issue) => `"${String(issue.input)}" is not a decimal such as 1250.40` });
const positive = (what: string) =>
  decimalText.refine((value) => !isDecimal(value) || compare(value, '0') > 0, { error: (issue) => `"${String(issue.input)}" is not above zero; ${what}` });
export const positiveQuantity = positive('enter a quantity greater than 0');
export const positiveAmount = positive('enter an amount greater than 0').refine(
  (value) => !/\.\d{3,}$/.test(value),
  'has more than two digits after the point',
);
export const notNegative = decimalText.refine((value) => !isDecimal(value) || compare(value, '0') >= 0, {
  error: (issue) => `"${String(issue.input)}" is below zero`,
});

export const OVERRIDE_REASONS = ['customer_relationship', 'management_decision', 'payment_in_transit', 'data_correction', 'operational_need'] as const;
export const override = z.strictObject({ reasonCode: z.enum(OVERRIDE_REASONS), note: reason });

/** Units that are sold whole: half a roll is no roll. */
const WHOLE_UNITS: readonly string[] = ['piece', 'roll'];

export const dealLine = z
  .strictObject({
    item: id,
    uom,
    qty: positiveQuantity,
    unitPrice: notNegative,
    vatRate: z
      .string()
      .refine((value) => isDecimal(value) && compare(value, '0') >= 0 && compare(value, '100') <= 0, 'must be a percentage from 0 to 100')
      .default('10'),
    carrierWish: z.string().trim().max(250).optional(),
  })
  .superRefine((line, context) => {
    if (WHOLE_UNITS.includes(line.uom) && isDecimal(line.qty) && !/^\d+(\.0+)?$/.test(line.qty)) {
      context.addIssue({ code: 'custom', path: ['qty'], message: `${line.qty} is not whole; by the ${line.uom} only whole numbers are sold.` });
    }
  });
export const dealLines = z.array(dealLine).min(1).max(500);
export type DealLineInput = z.infer<typeof dealLine>;
