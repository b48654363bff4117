import type { z } from 'zod';
import type { customerEmailFacts } from '@selvedge/rules/customer-email/facts.ts';
import { unmetOf, type Predicate } from './predicate.ts';

/** Mails about how an order goes on: from these a customer may opt out (J65). */
const STATUS = ['shipped', 'delivered', 'picking_started', 'prepared'];
/** The others that v1 sends to customers. */
const TRADE = ['order_form_link', 'order_form_confirmation', 'order_form_diff', 'proforma', 'contract', 'postpo_change'];

/**
 * Route enabled, template published, recipient resolved, not opted out, type not forbidden in v1, nothing
 * missing of what it must say (J43, J61, J62, J64, J65, J66).
 */
export const customerEmail: Predicate<z.infer<typeof customerEmailFacts>> = (mail) => {
  const isTrade = TRADE.includes(mail.emailType);
  return unmetOf({
    TYPE_ALLOWED: isTrade || (STATUS.includes(mail.emailType) && mail.emailType !== 'prepared'),
    ROUTE_ENABLED: mail.routeEnabled,
    TEMPLATE_PUBLISHED: mail.templatePublished,
    RECIPIENT_RESOLVED: mail.recipient.length > 0 && mail.recipientFrom !== 'nowhere',
    NOT_OPTED_OUT: isTrade || !mail.optedOut,
    CONTENT_COMPLETE: mail.missingContentCount === 0,
  });
};
