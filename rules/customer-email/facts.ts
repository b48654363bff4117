import { z } from 'zod';
import { count, flag, oneOf, text, textList, word } from '../fact-kinds.ts';
import { CUSTOMER_EMAIL, NONE, RECIPIENT_FROM } from '../status-words.ts';

/** What mailing a customer is judged by. Source: the mail itself, the org's routes and templates, crm_customer_profile. */
export const customerEmailFacts = z.object({
  emailType: word({ en: 'Type of mail', tr: 'E-posta türü' }, CUSTOMER_EMAIL).describe('as the mail was asked for; any other word is refused'),
  routeEnabled: flag({ en: 'Route switched on', tr: 'Gönderim açık' }).describe('whether the org switched this type on'),
  templatePublished: flag({ en: 'Template published', tr: 'Şablon yayında' }).describe('whether the org has a published template of this type'),
  recipient: text({ en: 'Recipient', tr: 'Alıcı' }, NONE).describe('address found; empty when none'),
  recipientFrom: oneOf({ en: 'Recipient found in', tr: 'Alıcının bulunduğu yer' }, RECIPIENT_FROM).describe(
    'poc_email, else primary or billing contact, else the fallback of the org',
  ),
  optedOut: flag({ en: 'Customer opted out', tr: 'Müşteri istemiyor' }).describe('crm_customer_profile.email_opt_out'),
  missingContentCount: count({ en: 'Things the mail does not say', tr: 'E-postada eksik olanlar' }).describe(
    'of what mails of its type must say; shipped: branding, PO number, and tracking number where the carrier gives one; proforma: a warning line where anything is overdue',
  ),
  missingContent: textList({ en: 'Things the mail does not say, named', tr: 'E-postada eksik olanlar, adlarıyla' }).describe('the same, in words'),
});
