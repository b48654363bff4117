import { z } from 'zod';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { currency, email, notNegative } from '../input.ts';

/** What is asked of a customer, where one is onboarded and where one is edited. */
export const name = z.string().trim().min(2).max(250);
export const taxCountry = z
  .string()
  .trim()
  .regex(/^[A-Z]{2}$/, { error: () => inWords({ en: 'must be two capital letters such as TR', tr: 'TR gibi iki büyük harf olmalı' }) });
export const taxNumber = z
  .string()
  .trim()
  .regex(/^[0-9A-Z-]{5,30}$/, {
    error: () => inWords({ en: 'must be 5 to 30 digits, capital letters or dashes', tr: '5–30 rakam, büyük harf veya tire olmalı' }),
  });
export const paymentMode = z.enum(['cash', 'credit']);
export const termsDays = z.number().int().min(0).max(365);
export const graceDays = z.number().int().min(0).max(90);
export const shortText = z.string().trim().max(250);
export const address = z.string().trim().max(2_000);
export const contactEmail = email;
export const onboarding = z.record(z.string().max(60), z.string().max(2_000));
export const creditLimit = z.strictObject({ currency, limitAmount: notNegative });
