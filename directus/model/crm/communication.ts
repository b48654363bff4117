import { defineCollection } from '../collection.ts';
import { choice, json, optional, reference, text, timestamp } from '../fields.ts';
import { mailQueue } from '../mail-queue.ts';

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

export const outboundMail = mailQueue('crm_outbound_mail');
