import { z } from 'zod';
import { count, oneOf, textList, word } from '../fact-kinds.ts';
import { DEAL_STATUS, PROFILE_STATUS } from '../status-words.ts';

/** What winning a deal is judged by. Source: crm_deal, crm_customer_profile, crm_deal_line. */
export const dealWinFacts = z.object({
  dealStatus: word({ en: 'Deal status', tr: 'Anlaşma durumu' }, DEAL_STATUS).describe('crm_deal.status'),
  profileStatus: oneOf({ en: 'Customer status', tr: 'Müşteri durumu' }, PROFILE_STATUS).describe('crm_customer_profile.status of this org'),
  linesNeedingApprovalCount: count({ en: 'Lines waiting for pricing approval', tr: 'Fiyat onayı bekleyen satırlar' }).describe(
    'open lines in pricing state needs_approval',
  ),
  linesNeedingApproval: textList({ en: 'Lines waiting for pricing approval, named', tr: 'Fiyat onayı bekleyen satırlar, adlarıyla' }).describe(
    'their positions and qualities, in words',
  ),
});
