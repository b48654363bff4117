import type { z } from 'zod';
import type { sendBackFacts } from '@selvedge/rules/send-back/facts.ts';
import { unmetOf, type Predicate } from './predicate.ts';

/** A central stock check exists for each affected line (J47). */
export const sendBack: Predicate<z.infer<typeof sendBackFacts>> = (entry) =>
  unmetOf({ LINES_NAMED: entry.affectedLineCount > 0, CENTRAL_STOCK_CHECKED: entry.uncheckedLineCount < 1 });
