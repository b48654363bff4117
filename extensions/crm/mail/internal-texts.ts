/** Plain internal mails of this product, in Turkish and English below each other. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}
export type InternalMailType = 'new_customer_pending_review' | 'shipment_approval_needed' | 'deal_unanswered' | 'price_request_pending';

type Facts = Readonly<Record<string, string>>;

const TEXTS: Readonly<Record<InternalMailType, (code: string, facts: Facts) => { tr: MailText; en: MailText }>> = {
  new_customer_pending_review: (code, { name = '' }) => ({
    tr: { subject: `İnceleme bekleyen yeni müşteri: ${name}`, body: `${name} (${code}) eklendi ve onayınızı bekliyor.` },
    en: { subject: `New customer pending review: ${name}`, body: `${name} (${code}) was added and waits for your approval.` },
  }),
  shipment_approval_needed: (code, { customer = '', amount = '' }) => ({
    tr: { subject: `Sevkiyat onayı bekliyor: ${code}`, body: `${code}, ${customer}, ${amount}: bütün koşullar tamam, onayınızı bekliyor.` },
    en: { subject: `Shipment approval needed: ${code}`, body: `${code}, ${customer}, ${amount}: everything is in place, it waits for your approval.` },
  }),
  price_request_pending: (code, { position = '', price = '', reason = '' }) => ({
    tr: { subject: `Fiyat onayı bekliyor: ${code}`, body: `${code}, ${position}. satır: ${price} isteniyor. Neden: ${reason}` },
    en: { subject: `Price approval needed: ${code}`, body: `${code}, line ${position}: ${price} is asked for. Why: ${reason}` },
  }),
  deal_unanswered: (code, { customer = '', minutes = '' }) => ({
    tr: {
      subject: `Depodan yanıt yok: ${code}`,
      body: `${code} (${customer}) ${minutes} dakika önce kazanıldı, depo henüz rezervasyon yanıtı vermedi.\nBir yöneticiden olay aktarımına bakmasını isteyin.`,
    },
    en: {
      subject: `No answer from the warehouse: ${code}`,
      body: `${code} (${customer}) was won ${minutes} minutes ago and the warehouse has not answered with a reservation.\nAsk an administrator to look at the delivery of events.`,
    },
  }),
};

/** One mail in both languages, for readers of either. */
export function internalText(type: InternalMailType, code: string, facts: Facts): MailText {
  const { tr, en } = TEXTS[type](code, facts);
  return { subject: `${tr.subject} / ${en.subject}`.slice(0, 250), body: `${tr.body}\n\n—\n\n${en.body}\n` };
}
