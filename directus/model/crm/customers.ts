import { defineCollection } from '../collection.ts';
import { boolean, choice, integer, json, longText, money, optional, reference, text, timestamp } from '../fields.ts';
import { CURRENCY_CODES } from '../units.ts';

export const customer = defineCollection({
  name: 'crm_customer',
  orgScoped: false,
  label: { en: 'Customer identities', tr: 'Müşteri kimlikleri' },
  icon: 'fingerprint',
  display: '{{tax_country}} {{tax_number}}',
  note: {
    en: 'The legal person, the same in every organisation. Names and terms live in the profile.',
    tr: 'Her şirkette aynı olan tüzel kişi. Ad ve koşullar profilde durur.',
  },
  fields: {
    tax_country: text({ en: 'Tax country', tr: 'Vergi ülkesi' }, { max: 2 }),
    tax_number: text({ en: 'Tax number', tr: 'Vergi numarası' }, { max: 30 }),
  },
});

export const customerProfile = defineCollection({
  name: 'crm_customer_profile',
  orgScoped: true,
  orgIndexed: false,
  label: { en: 'Customers', tr: 'Müşteriler' },
  icon: 'storefront',
  display: '{{name}}',
  note: {
    en: 'What one organisation knows of a customer: status, terms, contacts.',
    tr: 'Bir şirketin müşteri hakkında bildikleri: durum, koşullar, kişiler.',
  },
  fields: {
    customer: reference('crm_customer', { en: 'Identity', tr: 'Kimlik' }),
    name: text({ en: 'Name', tr: 'Ad' }),
    status: choice({ en: 'Status', tr: 'Durum' }, ['pending_review', 'approved', 'inactive'], { default: 'pending_review' }),
    payment_mode: choice({ en: 'Payment mode', tr: 'Ödeme şekli' }, ['cash', 'credit'], { default: 'cash' }),
    terms_days: integer({ en: 'Payment terms (days)', tr: 'Vade (gün)' }, { default: 0 }),
    grace_days: integer({ en: 'Grace (days)', tr: 'Ek süre (gün)' }, { default: 0 }),
    poc_email: optional(text({ en: 'Contact e-mail', tr: 'İrtibat e-postası' })),
    primary_contact: optional(text({ en: 'Primary contact', tr: 'Birincil kişi' })),
    primary_email: optional(text({ en: 'Primary e-mail', tr: 'Birincil e-posta' })),
    billing_email: optional(text({ en: 'Billing e-mail', tr: 'Fatura e-postası' })),
    billing_address: optional(longText({ en: 'Billing address', tr: 'Fatura adresi' })),
    shipping_address: optional(longText({ en: 'Shipping address', tr: 'Sevk adresi' })),
    email_opt_out: boolean({ en: 'No status e-mails', tr: 'Durum e-postası istemiyor' }, { default: false }),
    onboarding: json<Record<string, string>>({ en: 'Onboarding answers', tr: 'Tanışma yanıtları' }, { default: {} }),
    version: integer({ en: 'Version', tr: 'Sürüm' }, { default: 1 }),
    contract_waived: boolean({ en: 'Contract waived', tr: 'Sözleşme istenmiyor' }, { default: false }),
    contract_waiver_note: optional(text({ en: 'Waiver note', tr: 'Muafiyet notu' })),
    approved_by: optional(reference('directus_users', { en: 'Approved by', tr: 'Onaylayan' })),
    approved_at: optional(timestamp({ en: 'Approved at', tr: 'Onay zamanı' })),
    approval_reason: optional(text({ en: 'Approval note', tr: 'Onay notu' })),
    created_by: optional(reference('directus_users', { en: 'Created by', tr: 'Oluşturan' })),
  },
});

export const creditLimit = defineCollection({
  name: 'crm_credit_limit',
  orgScoped: true,
  label: { en: 'Credit limits', tr: 'Kredi limitleri' },
  icon: 'speed',
  display: '{{currency}} {{limit_amount}}',
  note: { en: 'One limit per customer and currency; never summed across currencies.', tr: 'Müşteri ve para birimi başına bir limit; birimler toplanmaz.' },
  fields: {
    profile: reference('crm_customer_profile', { en: 'Customer', tr: 'Müşteri' }, { indexed: false }),
    currency: choice({ en: 'Currency', tr: 'Para birimi' }, CURRENCY_CODES),
    limit_amount: money({ en: 'Limit', tr: 'Limit' }),
  },
});

export const customerEntry = defineCollection({
  name: 'crm_customer_entry',
  orgScoped: true,
  label: { en: 'Customer history', tr: 'Müşteri geçmişi' },
  icon: 'history',
  display: '{{occurred_at}} {{kind}}',
  note: {
    en: 'What people did with a customer itself; the stories of its deals stand in the timeline.',
    tr: 'Müşterinin kendisiyle ne yapıldığı; anlaşmalarının hikâyesi zaman çizgisindedir.',
  },
  fields: {
    profile: reference('crm_customer_profile', { en: 'Customer', tr: 'Müşteri' }, { indexed: false }),
    kind: choice({ en: 'What happened', tr: 'Ne oldu' }, ['customer.edited', 'customer.deactivated']),
    actor: optional(reference('directus_users', { en: 'Who', tr: 'Kim' })),
    on_behalf_of: optional(reference('directus_users', { en: 'On behalf of', tr: 'Adına' })),
    details: json<Record<string, unknown>>({ en: 'Details', tr: 'Ayrıntı' }, { default: {} }),
    occurred_at: timestamp({ en: 'When', tr: 'Ne zaman' }),
  },
});
