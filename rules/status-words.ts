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

export const UOM = { meter: { en: 'meter', tr: 'metre' }, piece: { en: 'piece', tr: 'adet' }, roll: { en: 'roll', tr: 'top' } } as const;

export const NOT_SET = { en: 'not set', tr: 'girilmedi' } as const;
export const NOT_YET = { en: 'not yet', tr: 'henüz yok' } as const;
export const NONE = { en: 'none', tr: 'yok' } as const;
