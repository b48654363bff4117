import type { z } from 'zod';
import type { orderFormSubmitFacts } from '@selvedge/rules/order-form-submit/facts.ts';
import { unmetOf, type Predicate } from './predicate.ts';

/** Token usable; 1–20 lines; units and quantities valid; attachments clean (J52, J57, J58). */
export const orderFormSubmit: Predicate<z.infer<typeof orderFormSubmitFacts>> = (form) =>
  unmetOf({
    TOKEN_USABLE: form.tokenUsable,
    LINE_COUNT: form.lineCount > 0 && form.lineCount < 21,
    UOMS_ALLOWED: form.linesWithForeignUomCount < 1,
    QUANTITIES_VALID: form.linesWithBadQuantityCount < 1,
    ATTACHMENTS_CLEAN: !form.attachmentVerdicts.some((verdict) => verdict !== 'clean'),
  });
