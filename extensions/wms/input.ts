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

/** Which codes count, the org's own list says; the kernel asks it (gate/override-reason.ts). */
export const override = z.strictObject({ reasonCode: z.string().trim().min(1).max(40), note: reason });
