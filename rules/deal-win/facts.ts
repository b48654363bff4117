import { z } from 'zod';
import { count, oneOf, word } from '../fact-kinds.ts';
import { DEAL_STATUS, PROFILE_STATUS } from '../status-words.ts';

/** What winning a deal is judged by. Source: crm_deal, crm_customer_profile, crm_deal_line. */
export const dealWinFacts = z.object({
  dealStatus: word(DEAL_STATUS).describe('crm_deal.status'),
  profileStatus: oneOf(PROFILE_STATUS).describe('crm_customer_profile.status of this org'),
  linesNeedingApprovalCount: count().describe('open lines in pricing state needs_approval'),
  linesNeedingApproval: z.array(z.string()).describe('their positions and qualities, in words'),
});
