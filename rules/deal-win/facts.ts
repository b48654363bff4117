import { z } from 'zod';

/** What winning a deal is judged by. Source: crm_deal, crm_customer_profile, crm_deal_line. */
export const dealWinFacts = z.object({
  dealStatus: z.string().describe('crm_deal.status'),
  profileStatus: z.enum(['pending_review', 'approved', 'inactive']).describe('crm_customer_profile.status of this org'),
  linesNeedingApprovalCount: z.number().int().min(0).describe('open lines in pricing state needs_approval'),
  linesNeedingApproval: z.array(z.string()).describe('their positions and qualities, in words'),
});
