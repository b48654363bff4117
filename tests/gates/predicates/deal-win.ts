import type { z } from 'zod';
import type { dealWinFacts } from '@selvedge/rules/deal-win/facts.ts';
import { unmetOf, type Predicate } from './predicate.ts';

/** The profile is approved for this org, neither pending review nor inactive (SAL-3); no line awaits pricing approval; the deal is submitted. */
export const dealWin: Predicate<z.infer<typeof dealWinFacts>> = (deal) =>
  unmetOf({
    PROFILE_APPROVED: !['pending_review', 'inactive'].includes(deal.profileStatus),
    PRICING_APPROVED: deal.linesNeedingApprovalCount < 1,
    DEAL_SUBMITTED: deal.dealStatus === 'submitted',
  });
