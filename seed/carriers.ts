/** Carriers of each organisation: parcel services give a number to follow, hauliers none. */
export const SEED_CARRIERS = [
  { name: 'Aras', tracking: 'given' },
  { name: 'MNG', tracking: 'given' },
  { name: 'Yurtiçi', tracking: 'given' },
  { name: 'Horoz', tracking: 'none' },
] as const;
