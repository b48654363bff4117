import type { Label } from './fields.ts';

/** What people call the words of closed lists, wherever one word means one thing. */
const WORDS: Readonly<Record<string, Label>> = {
  EUR: { en: 'EUR', tr: 'EUR' },
  TRY: { en: 'TRY', tr: 'TRY' },
  USD: { en: 'USD', tr: 'USD' },
  accounting: { en: 'Accounting', tr: 'Muhasebe' },
  active: { en: 'Active', tr: 'Etkin' },
  admin: { en: 'Administrator', tr: 'Yönetici' },
  allocated: { en: 'Allocated', tr: 'Tahsis edildi' },
  approved: { en: 'Approved', tr: 'Onaylı' },
  awaiting_signature: { en: 'Awaiting signature', tr: 'İmza bekliyor' },
  bank_transfer: { en: 'Bank transfer', tr: 'Havale/EFT' },
  cancel_line: { en: 'Cancel the line', tr: 'Satırı iptal et' },
  cancelled: { en: 'Cancelled', tr: 'İptal edildi' },
  card: { en: 'Card', tr: 'Kart' },
  cheque: { en: 'Cheque', tr: 'Çek' },
  closed: { en: 'Closed', tr: 'Kapandı' },
  credit: { en: 'Credit', tr: 'Vadeli' },
  crm: { en: 'CRM', tr: 'CRM' },
  currency: { en: 'Other currency', tr: 'Başka para birimi' },
  decided: { en: 'Decided', tr: 'Karar verildi' },
  delivered: { en: 'Delivered', tr: 'Teslim edildi' },
  discount: { en: 'Discount', tr: 'İskonto' },
  draft: { en: 'Draft', tr: 'Taslak' },
  given: { en: 'Given', tr: 'Verilir' },
  in_review: { en: 'In review', tr: 'Onayda' },
  in_stock: { en: 'In stock', tr: 'Stokta' },
  inactive: { en: 'Inactive', tr: 'Pasif' },
  invoiced: { en: 'Invoiced', tr: 'Faturalandı' },
  issued: { en: 'Issued', tr: 'Kesildi' },
  lapsed: { en: 'Lapsed', tr: 'Geçerliliğini yitirdi' },
  lost: { en: 'Lost', tr: 'Kaybedildi' },
  mail: { en: 'Mail', tr: 'E-posta' },
  meter: { en: 'meter', tr: 'metre' },
  needs_allocation_plan: { en: 'Needs allocation plan', tr: 'Tahsis planı bekliyor' },
  needs_approval: { en: 'Needs approval', tr: 'Onay bekliyor' },
  needs_payment: { en: 'Needs payment', tr: 'Ödeme bekliyor' },
  needs_roll_entry: { en: 'Needs roll entry', tr: 'Top girişi bekliyor' },
  needs_ship_date: { en: 'Needs ship date', tr: 'Sevk tarihi bekliyor' },
  none: { en: 'None', tr: 'Yok' },
  not_issued: { en: 'Not issued', tr: 'Kesilmedi' },
  open: { en: 'Open', tr: 'Açık' },
  partial: { en: 'Reserved in part', tr: 'Kısmen rezerve' },
  passed: { en: 'Passed', tr: 'Geçti' },
  pending: { en: 'Waiting for a decision', tr: 'Karar bekliyor' },
  pending_control: { en: 'Pending control', tr: 'Kontrol bekliyor' },
  pending_review: { en: 'Pending review', tr: 'İnceleme bekliyor' },
  person: { en: 'Person', tr: 'Kişi' },
  picked: { en: 'Picked', tr: 'Toplandı' },
  picking: { en: 'Picking', tr: 'Toplanıyor' },
  piece: { en: 'piece', tr: 'adet' },
  planned: { en: 'Planned', tr: 'Planlandı' },
  pricing: { en: 'Pricing', tr: 'Fiyatlandırma' },
  published: { en: 'Published', tr: 'Yayında' },
  queued: { en: 'Queued', tr: 'Sırada' },
  rejected: { en: 'Rejected', tr: 'Reddedildi' },
  requested: { en: 'Requested', tr: 'İstendi' },
  reserved: { en: 'Reserved', tr: 'Rezerve' },
  resolved: { en: 'Resolved', tr: 'Çözüldü' },
  retired: { en: 'Retired', tr: 'Kaldırıldı' },
  roll: { en: 'roll', tr: 'top' },
  sales: { en: 'Sales', tr: 'Satış' },
  sales_manager: { en: 'Sales manager', tr: 'Satış müdürü' },
  sending: { en: 'Sending', tr: 'Gönderiliyor' },
  sent: { en: 'Sent', tr: 'Gönderildi' },
  ship_partly: { en: 'Ship partly', tr: 'Kısmi sevk et' },
  shipped: { en: 'Shipped', tr: 'Sevk edildi' },
  short: { en: 'Short', tr: 'Eksik' },
  signed_received: { en: 'Signed', tr: 'İmzalandı' },
  skipped: { en: 'Skipped', tr: 'Atlandı' },
  stale: { en: 'Stale list price', tr: 'Bayat liste fiyatı' },
  submitted: { en: 'Submitted', tr: 'Gönderildi' },
  system: { en: 'System', tr: 'Sistem' },
  unknown: { en: 'Unknown', tr: 'Belirsiz' },
  void: { en: 'Void', tr: 'Geçersiz' },
  wait: { en: 'Wait for supply', tr: 'Tedariği bekle' },
  waived: { en: 'Waived', tr: 'Muaf' },
  warehouse: { en: 'Warehouse', tr: 'Depo' },
  warehouse_manager: { en: 'Warehouse manager', tr: 'Depo müdürü' },
  wms: { en: 'Warehouse', tr: 'Depo' },
  won: { en: 'Won', tr: 'Kazanıldı' },
  written_off: { en: 'Written off', tr: 'Düşüldü' },
};

const CASH_MODE: Label = { en: 'Cash', tr: 'Peşin' };
const CASH_PAID: Label = { en: 'Cash', tr: 'Nakit' };
const MAIL_FAILED: Label = { en: 'Failed', tr: 'Başarısız' };
const CONTROL_FAILED: Label = { en: 'Failed', tr: 'Kaldı' };
/** Of an order, to the warehouse. */
const ORDER_RELEASED: Label = { en: 'Released', tr: 'Bırakıldı' };
/** Of stock, to whoever needs it. */
const STOCK_RELEASED: Label = { en: 'Released', tr: 'Serbest bırakıldı' };

/** Words that mean another thing in another field: `collection.field.word`. */
const WORDS_OF_FIELDS: Readonly<Record<string, Label>> = {
  'crm_customer_profile.payment_mode.cash': CASH_MODE,
  'crm_payment.method.cash': CASH_PAID,
  'crm_outbound_mail.status.failed': MAIL_FAILED,
  'wms_outbound_mail.status.failed': MAIL_FAILED,
  'crm_order_mirror.invoice_control_status.failed': CONTROL_FAILED,
  'wms_order.invoice_control_status.failed': CONTROL_FAILED,
  'crm_deal.reservation_state.released': STOCK_RELEASED,
  'crm_reservation_mirror.state.released': STOCK_RELEASED,
  'wms_reservation.status.released': STOCK_RELEASED,
  'wms_reservation_line.status.released': STOCK_RELEASED,
  'crm_purchase_order.status.released': ORDER_RELEASED,
  'crm_purchase_order.stage.released': { en: 'Released', tr: 'Depoya bırakıldı' },
  'crm_order_mirror.status.released': ORDER_RELEASED,
  'wms_order.status.released': ORDER_RELEASED,
  'crm_shortage.state.open': { en: 'Undecided', tr: 'Karar bekliyor' },
  'crm_customer_entry.kind.customer.edited': { en: 'Edited', tr: 'Düzenlendi' },
  'crm_customer_entry.kind.customer.deactivated': { en: 'Deactivated', tr: 'Pasif yapıldı' },
  'wms_carrier.tracking.none': { en: 'None is given', tr: 'Verilmez' },
};

/**
 * What one word of a closed list is called.
 * @throws Error for a word that nobody gave a name, which would be shown raw
 */
export function choiceLabel(collection: string, field: string, word: string): Label {
  const label = WORDS_OF_FIELDS[`${collection}.${field}.${word}`] ?? WORDS[word];
  if (!label) throw new Error(`${collection}.${field} may be "${word}", which has no label; give it one in both languages in directus/model/choice-labels.ts.`);
  return label;
}

/** Key of a choice in directus_translations, so that Studio shows it in the reader's language. */
export const choiceKey = (collection: string, field: string, word: string) => `choice_${collection}__${field}__${word}`;

/** Exceptions for words that no list holds. @param listed every word there is, as `collection.field.word` */
export const forgottenWords = (listed: readonly string[]): string[] => {
  const words = new Set(listed.map((one) => one.slice(one.lastIndexOf('.') + 1)));
  return [...Object.keys(WORDS_OF_FIELDS).filter((one) => !listed.includes(one)), ...Object.keys(WORDS).filter((word) => !words.has(word))];
};
