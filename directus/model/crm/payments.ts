import { defineCollection } from '../collection.ts';
import { choice, date, money, optional, reference, text, timestamp } from '../fields.ts';
import { CURRENCY_CODES } from '../units.ts';

export const payment = defineCollection({
  name: 'crm_payment',
  orgScoped: true,
  label: { en: 'Payments', tr: 'Ödemeler' },
  icon: 'payments',
  display: '{{received_on}} {{amount}} {{currency}}',
  note: { en: 'Ledger entries. Corrected by a counter entry, never edited.', tr: 'Defter kayıtları. Ters kayıtla düzeltilir, değiştirilmez.' },
  fields: {
    profile: reference('crm_customer_profile', { en: 'Customer', tr: 'Müşteri' }),
    currency: choice({ en: 'Currency', tr: 'Para birimi' }, CURRENCY_CODES),
    amount: money({ en: 'Amount', tr: 'Tutar' }),
    received_on: date({ en: 'Received on', tr: 'Tahsil tarihi' }),
    method: choice({ en: 'Method', tr: 'Yöntem' }, ['bank_transfer', 'cash', 'cheque', 'card'], { default: 'bank_transfer' }),
    bank_reference: optional(text({ en: 'Bank reference', tr: 'Banka referansı' })),
    note: optional(text({ en: 'Note', tr: 'Not' })),
    reverses: optional(reference('crm_payment', { en: 'Reverses', tr: 'Ters çevirdiği' })),
    recorded_by: optional(reference('directus_users', { en: 'Recorded by', tr: 'Kaydeden' })),
  },
});

export const paymentAllocation = defineCollection({
  name: 'crm_payment_allocation',
  orgScoped: true,
  label: { en: 'Payment allocations', tr: 'Ödeme dağıtımları' },
  icon: 'call_split',
  display: '{{purchase_order.code}} {{amount}}',
  note: { en: 'Which part of a payment covers which PO.', tr: 'Ödemenin hangi kısmı hangi siparişi karşılar.' },
  fields: {
    payment: reference('crm_payment', { en: 'Payment', tr: 'Ödeme' }, { indexed: false }),
    purchase_order: reference('crm_purchase_order', { en: 'PO', tr: 'Sipariş' }),
    amount: money({ en: 'Amount', tr: 'Tutar' }),
  },
});

export const receivable = defineCollection({
  name: 'crm_receivable',
  orgScoped: true,
  label: { en: 'Receivables', tr: 'Alacaklar' },
  icon: 'account_balance',
  display: '{{purchase_order.code}} {{amount}} {{currency}}',
  note: { en: 'Opened when a PO is approved; what exposure and overdue are computed from.', tr: 'Sipariş onayında açılır; risk ve gecikme bundan hesaplanır.' },
  fields: {
    purchase_order: reference('crm_purchase_order', { en: 'PO', tr: 'Sipariş' }, { indexed: false }),
    profile: reference('crm_customer_profile', { en: 'Customer', tr: 'Müşteri' }),
    currency: choice({ en: 'Currency', tr: 'Para birimi' }, CURRENCY_CODES),
    amount: money({ en: 'Amount', tr: 'Tutar' }),
    due_date: optional(date({ en: 'Due date', tr: 'Vade' })),
    voided_at: optional(timestamp({ en: 'Voided at', tr: 'İptal' })),
  },
});

export const contract = defineCollection({
  name: 'crm_contract',
  orgScoped: true,
  label: { en: 'Contracts', tr: 'Sözleşmeler' },
  icon: 'history_edu',
  display: '{{deal.code}} · {{status}}',
  note: {
    en: 'The sales contract of a cash deal: awaited, signed and received, or waived.',
    tr: 'Peşin anlaşmanın sözleşmesi: bekleniyor, imzalı alındı veya istenmiyor.',
  },
  fields: {
    deal: reference('crm_deal', { en: 'Deal', tr: 'Anlaşma' }, { indexed: false }),
    status: choice({ en: 'Status', tr: 'Durum' }, ['awaiting_signature', 'signed_received', 'waived', 'void'], { default: 'awaiting_signature' }),
    decided_by: optional(reference('directus_users', { en: 'Decided by', tr: 'Karar veren' })),
    decided_at: optional(timestamp({ en: 'Decided at', tr: 'Karar zamanı' })),
    note: optional(text({ en: 'Note', tr: 'Not' })),
  },
});
