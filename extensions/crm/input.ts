import { z } from 'zod';
import { CURRENCY_CODES, UOM_TR, UOMS } from '@selvedge/directus/model/units.ts';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { compare, isDecimal } from '@selvedge/kernel/money.ts';

/** Input fields that many commands share, each with a message that names the remedy. */
export const id = z.uuid({ error: () => inWords({ en: 'must be the id of a record (a UUID)', tr: 'bir kaydın kimliği (UUID) olmalı' }) });
export const currency = z.enum(CURRENCY_CODES);
export const uom = z.enum(UOMS);
export const reason = z
  .string()
  .trim()
  .min(3, { error: () => inWords({ en: 'say why in at least 3 characters', tr: 'nedenini en az 3 karakterle yazın' }) })
  .max(250);
export const note = z.string().trim().max(250);
export const day = z.iso.date({ error: () => inWords({ en: 'must be a date as YYYY-MM-DD', tr: 'YYYY-AA-GG biçiminde bir tarih olmalı' }) });
export const email = z.email({ error: () => inWords({ en: 'must be an e-mail address', tr: 'bir e-posta adresi olmalı' }) }).max(255);

const decimalText = z.string().refine(isDecimal, {
  error: ({ input }) => inWords({ en: `"${String(input)}" is not a decimal such as 1250.40`, tr: `"${String(input)}" 1250.40 gibi bir ondalık sayı değil` }),
});
const positive = (what: Bilingual) =>
  decimalText.refine((value) => !isDecimal(value) || compare(value, '0') > 0, {
    error: ({ input }) => inWords({ en: `"${String(input)}" is not above zero; ${what.en}`, tr: `"${String(input)}" sıfırdan büyük değil; ${what.tr}` }),
  });
export const positiveQuantity = positive({ en: 'enter a quantity greater than 0', tr: '0’dan büyük bir miktar girin' });
export const positiveAmount = positive({ en: 'enter an amount greater than 0', tr: '0’dan büyük bir tutar girin' }).refine(
  (value) => !/\.\d{3,}$/.test(value),
  {
    error: () => inWords({ en: 'has more than two digits after the point', tr: 'noktadan sonra ikiden çok hane var' }),
  },
);
export const positivePrice = positive({ en: 'enter a price greater than 0', tr: '0’dan büyük bir fiyat girin' }).refine((value) => !/\.\d{5,}$/.test(value), {
  error: () => inWords({ en: 'has more than four digits after the point', tr: 'noktadan sonra dörtten çok hane var' }),
});
export const notNegative = decimalText.refine((value) => !isDecimal(value) || compare(value, '0') >= 0, {
  error: ({ input }) => inWords({ en: `"${String(input)}" is below zero`, tr: `"${String(input)}" sıfırın altında` }),
});

export const allowedDiscount = notNegative.refine((value) => !isDecimal(value) || compare(value, '100') < 0, {
  error: () => inWords({ en: 'must be a percentage from 0 to below 100', tr: '0 ile 100 arasında, 100’den küçük bir yüzde olmalı' }),
});

/** Which codes count, the org's own list says; the kernel asks it (gate/override-reason.ts). */
export const override = z.strictObject({ reasonCode: z.string().trim().min(1).max(40), note: reason });

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
      .refine((value) => isDecimal(value) && compare(value, '0') >= 0 && compare(value, '100') <= 0, {
        error: () => inWords({ en: 'must be a percentage from 0 to 100', tr: '0 ile 100 arasında bir yüzde olmalı' }),
      })
      .default('10'),
    carrierWish: z.string().trim().max(250).optional(),
  })
  .superRefine((line, context) => {
    if (WHOLE_UNITS.includes(line.uom) && isDecimal(line.qty) && !/^\d+(\.0+)?$/.test(line.qty)) {
      context.addIssue({
        code: 'custom',
        path: ['qty'],
        message: inWords({
          en: `${line.qty} is not whole; by the ${line.uom} only whole numbers are sold.`,
          tr: `${line.qty} tam sayı değil; ${UOM_TR[line.uom]} ile yalnız tam sayı satılır.`,
        }),
      });
    }
  });
export const dealLines = z.array(dealLine).min(1).max(500);
export type DealLineInput = z.infer<typeof dealLine>;
