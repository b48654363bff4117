import { defineCollection } from './collection.ts';
import { choice, identifier, integer, longText, optional, text, timestamp } from './fields.ts';

/** The mails of one system, each node sending its own. */
export const mailQueue = (name: 'crm_outbound_mail' | 'wms_outbound_mail') =>
  defineCollection({
    name,
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
