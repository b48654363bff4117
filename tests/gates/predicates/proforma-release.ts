import type { z } from 'zod';
import type { proformaReleaseFacts } from '@selvedge/rules/proforma-release/facts.ts';
import { unmetOf, type Predicate } from './predicate.ts';

/** The balance check is acknowledged, with the figures as they are (J42); what they say refuses nothing. */
export const proformaRelease: Predicate<z.infer<typeof proformaReleaseFacts>> = (proforma) =>
  unmetOf({ BALANCE_ACKNOWLEDGED: typeof proforma.acknowledgedAt === 'string', BALANCE_UNCHANGED: proforma.figuresAsAcknowledged });
