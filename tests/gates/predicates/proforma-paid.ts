import type { z } from 'zod';
import type { proformaPaidFacts } from '@selvedge/rules/proforma-paid/facts.ts';
import { exactly } from './exactly.ts';
import { unmetOf, type Predicate } from './predicate.ts';

/** Ledger entries cover it and a manager confirmed each of its POs (J45); what was cancelled is void and has none. */
export const proformaPaid: Predicate<z.infer<typeof proformaPaidFacts>> = (proforma) =>
  unmetOf({
    PROFORMA_VALID: proforma.state !== 'void',
    LEDGER_COVERS: exactly(proforma.grossAmount) <= exactly(proforma.allocatedAmount),
    POS_PRESENT: proforma.poCount > 0,
    PAYMENTS_CONFIRMED: proforma.poCount - proforma.confirmedPoCount === 0,
  });
