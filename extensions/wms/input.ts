import { z } from 'zod';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { compare, isDecimal } from '@selvedge/kernel/money.ts';

/** Input fields that many warehouse commands share. */
export const id = z.uuid({ error: () => inWords({ en: 'must be the id of a record (a UUID)', tr: 'bir kaydın kimliği (UUID) olmalı' }) });
export const reason = z
  .string()
  .trim()
  .min(3, { error: () => inWords({ en: 'say why in at least 3 characters', tr: 'nedenini en az 3 karakterle yazın' }) })
  .max(250);
export const note = z.string().trim().max(250);
export const day = z.iso.date({ error: () => inWords({ en: 'must be a date as YYYY-MM-DD', tr: 'YYYY-AA-GG biçiminde bir tarih olmalı' }) });
export const code = z
  .string()
  .trim()
  .min(1, { error: () => inWords({ en: 'scan or type the code', tr: 'kodu okutun ya da yazın' }) })
  .max(40);
export const meters = z
  .string()
  .refine(isDecimal, {
    error: ({ input }) => inWords({ en: `"${String(input)}" is not a decimal such as 60.5`, tr: `"${String(input)}" 60.5 gibi bir ondalık sayı değil` }),
  })
  .refine((value) => !isDecimal(value) || compare(value, '0') > 0, {
    error: ({ input }) =>
      inWords({
        en: `"${String(input)}" is not above zero; enter meters greater than 0`,
        tr: `"${String(input)}" sıfırdan büyük değil; 0’dan büyük metre girin`,
      }),
  });

const THREE_DIGITS = /^-?\d+(\.\d{1,3})?$/;
const inMillimeters = { error: () => inWords({ en: 'has more than three digits after the point', tr: 'noktadan sonra üçten çok hane var' }) };
/** More than any roll or shelf holds: what is above is a slip of the hand. */
const MOST_METERS = '100000';
const believable = {
  error: ({ input }: { input?: unknown }) =>
    inWords({ en: `${String(input)} m is more than a roll holds; check the meters`, tr: `${String(input)} m bir topa sığmaz; metreyi denetleyin` }),
};
const isBelievable = (value: string) => !isDecimal(value) || compare(value, MOST_METERS) <= 0;
/** Meters of a roll that comes in. */
export const receivedMeters = meters.refine((value) => !isDecimal(value) || THREE_DIGITS.test(value), inMillimeters).refine(isBelievable, believable);
/** Meters that a roll was measured at; none is a roll that is gone. */
export const measuredMeters = z
  .string()
  .refine((value) => isDecimal(value) && compare(value, '0') >= 0, {
    error: ({ input }) =>
      inWords({
        en: `"${String(input)}" is not a decimal of 0 or more, such as 60.5`,
        tr: `"${String(input)}" 60.5 gibi, 0 ya da daha büyük bir ondalık sayı değil`,
      }),
  })
  .refine((value) => !isDecimal(value) || THREE_DIGITS.test(value), inMillimeters)
  .refine(isBelievable, believable);
/** What is written on a label; capitals, so that a scan and a hand write it alike. */
export const label = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9._/-]{0,29}$/, {
    error: ({ input }) =>
      inWords({
        en: `"${String(input)}" is no code; use up to 30 letters A–Z, digits, dots, dashes, slashes`,
        tr: `"${String(input)}" kod olamaz; en çok 30 harf (A–Z), rakam, nokta, tire, eğik çizgi kullanın`,
      }),
  });

/** Which codes count, the org's own list says; the kernel asks it (gate/override-reason.ts). */
export const override = z.strictObject({ reasonCode: z.string().trim().min(1).max(40), note: reason });
