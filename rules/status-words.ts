/** What people call the values that several gates see. */
export const PROFILE_STATUS = {
  pending_review: { en: 'pending review', tr: 'inceleme bekliyor' },
  approved: { en: 'approved', tr: 'onaylı' },
  inactive: { en: 'inactive', tr: 'pasif' },
} as const;

export const PAYMENT_MODE = { cash: { en: 'cash', tr: 'peşin' }, credit: { en: 'credit', tr: 'vadeli' } } as const;

export const CONTRACT_STATUS = {
  none: { en: 'none', tr: 'yok' },
  awaiting_signature: { en: 'awaiting signature', tr: 'imza bekliyor' },
  signed_received: { en: 'signed and received', tr: 'imzalı alındı' },
  waived: { en: 'waived', tr: 'muaf' },
  void: { en: 'void', tr: 'geçersiz' },
} as const;

export const DEAL_STATUS = {
  draft: { en: 'draft', tr: 'taslak' },
  submitted: { en: 'submitted', tr: 'gönderildi' },
  won: { en: 'won', tr: 'kazanıldı' },
  lost: { en: 'lost', tr: 'kaybedildi' },
  cancelled: { en: 'cancelled', tr: 'iptal edildi' },
  closed: { en: 'closed', tr: 'kapandı' },
} as const;

export const ORDER_STATUS = {
  released: { en: 'released', tr: 'bırakıldı' },
  picking: { en: 'picking', tr: 'toplanıyor' },
  picked: { en: 'picked', tr: 'toplandı' },
  shipped: { en: 'shipped', tr: 'sevk edildi' },
  delivered: { en: 'delivered', tr: 'teslim edildi' },
  invoiced: { en: 'invoiced', tr: 'faturalandı' },
  closed: { en: 'closed', tr: 'kapandı' },
  cancelled: { en: 'cancelled', tr: 'iptal edildi' },
} as const;

export const INVOICE_STATUS = { not_issued: { en: 'not issued', tr: 'kesilmedi' }, issued: { en: 'issued', tr: 'kesildi' } } as const;

export const INVOICE_CONTROL = {
  pending_control: { en: 'pending', tr: 'bekliyor' },
  passed: { en: 'passed', tr: 'geçti' },
  failed: { en: 'failed', tr: 'kaldı' },
} as const;

/** Whether a carrier gives tracking numbers; a customer's own need not be listed. */
export const CARRIER_TRACKING = {
  given: { en: 'one is given', tr: 'verilir' },
  none: { en: 'none is given', tr: 'verilmez' },
  unlisted: { en: 'not known', tr: 'bilinmiyor' },
} as const;

export const UOM = { meter: { en: 'meter', tr: 'metre' }, piece: { en: 'piece', tr: 'adet' }, roll: { en: 'roll', tr: 'top' } } as const;

export const NOT_SET = { en: 'not set', tr: 'girilmedi' } as const;
export const NOT_YET = { en: 'not yet', tr: 'henüz yok' } as const;
export const NONE = { en: 'none', tr: 'yok' } as const;

export const CURRENCY = { TRY: { en: 'TRY', tr: 'TRY' }, USD: { en: 'USD', tr: 'USD' }, EUR: { en: 'EUR', tr: 'EUR' } } as const;

/** The newest request for the price of a line. */
export const PRICE_REQUEST = {
  none: { en: 'none', tr: 'yok' },
  pending: { en: 'waiting for a decision', tr: 'karar bekliyor' },
  approved: { en: 'approved', tr: 'onaylandı' },
  rejected: { en: 'rejected', tr: 'reddedildi' },
} as const;

export const PROFORMA_STATE = {
  drafted: { en: 'draft', tr: 'taslak' },
  sent: { en: 'sent', tr: 'gönderildi' },
  paid_confirmed: { en: 'paid and confirmed', tr: 'ödendi, onaylandı' },
  void: { en: 'void', tr: 'geçersiz' },
} as const;

/** Mails to customers, and `prepared`, which v1 never sends (J62). */
export const CUSTOMER_EMAIL = {
  order_form_link: { en: 'order form link', tr: 'sipariş formu bağlantısı' },
  order_form_confirmation: { en: 'order form confirmation', tr: 'sipariş formu teyidi' },
  order_form_diff: { en: 'order form changes', tr: 'sipariş formu değişiklikleri' },
  proforma: { en: 'proforma', tr: 'proforma' },
  contract: { en: 'contract', tr: 'sözleşme' },
  shipped: { en: 'shipped', tr: 'sevk edildi' },
  delivered: { en: 'delivered', tr: 'teslim edildi' },
  picking_started: { en: 'picking started', tr: 'toplanmaya başlandı' },
  prepared: { en: 'prepared', tr: 'hazırlandı' },
  postpo_change: { en: 'change of an order', tr: 'sipariş değişikliği' },
} as const;

/** Where the address of a customer was found, in the order it is looked for (ADM-12). */
export const RECIPIENT_FROM = {
  poc_email: { en: 'contact of the profile', tr: 'irtibat e-postası' },
  primary: { en: 'primary contact', tr: 'birincil kişi' },
  billing: { en: 'billing contact', tr: 'fatura yetkilisi' },
  fallback: { en: 'fallback of the organisation', tr: 'şirketin yedek adresi' },
  nowhere: { en: 'nowhere', tr: 'hiçbir yerde' },
} as const;

export const ATTACHMENT_VERDICT = {
  clean: { en: 'clean', tr: 'temiz' },
  infected: { en: 'infected', tr: 'virüslü' },
  not_allowed: { en: 'of a kind that is not allowed', tr: 'izin verilmeyen türde' },
  unchecked: { en: 'not checked yet', tr: 'henüz taranmadı' },
} as const;
