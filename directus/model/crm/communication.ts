import { defineCollection } from '../collection.ts';
import { choice, identifier, integer, json, longText, optional, reference, text, timestamp } from '../fields.ts';

export const timelineEntry = defineCollection({
  name: 'crm_timeline_entry',
  orgScoped: true,
  label: { en: 'Timeline', tr: 'Zaman çizgisi' },
  icon: 'timeline',
  display: '{{occurred_at}} {{kind}}',
  note: { en: 'One story per deal: people, system, warehouse and mail.', tr: 'Anlaşma başına tek hikâye: kişiler, sistem, depo ve posta.' },
  fields: {
    deal: reference('crm_deal', { en: 'Deal', tr: 'Anlaşma' }, { indexed: false }),
    purchase_order: optional(reference('crm_purchase_order', { en: 'PO', tr: 'Sipariş' })),
    source: choice({ en: 'Source', tr: 'Kaynak' }, ['person', 'system', 'wms', 'mail']),
    kind: text({ en: 'What happened', tr: 'Ne oldu' }, { max: 60 }),
    actor: optional(reference('directus_users', { en: 'Who', tr: 'Kim' })),
    on_behalf_of: optional(reference('directus_users', { en: 'On behalf of', tr: 'Adına' })),
    details: json<Record<string, unknown>>({ en: 'Details', tr: 'Ayrıntı' }, { default: {} }),
    occurred_at: timestamp({ en: 'When', tr: 'Ne zaman' }),
  },
});

export const outboundMail = defineCollection({
  name: 'crm_outbound_mail',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Outbound mail', tr: 'Giden posta' },
  icon: 'outgoing_mail',
  display: '{{type}} → {{recipient}} · {{status}}',
  note: {
    en: 'One row per type, business object and recipient: nobody is mailed twice.',
    tr: 'Tür, iş nesnesi ve alıcı başına bir satır: kimseye iki kez gitmez.',
  },
  fields: {
    type: text({ en: 'Type', tr: 'Tür' }, { max: 60 }),
    object_id: identifier({ en: 'Business object', tr: 'İş nesnesi' }),
    recipient: text({ en: 'Recipient', tr: 'Alıcı' }),
    subject: text({ en: 'Subject', tr: 'Konu' }),
    body: longText({ en: 'Body', tr: 'Metin' }),
    status: choice({ en: 'Status', tr: 'Durum' }, ['queued', 'sending', 'sent', 'failed', 'unknown', 'skipped'], { default: 'queued' }),
    attempts: integer({ en: 'Attempts', tr: 'Deneme' }, { default: 0 }),
    last_error: optional(text({ en: 'Last error', tr: 'Son hata' })),
    sending_since: optional(timestamp({ en: 'Sending since', tr: 'Gönderim başlangıcı' })),
    sent_at: optional(timestamp({ en: 'Sent at', tr: 'Gönderilme' })),
  },
});
