/** Units a line may be sold in. v1 validates them and converts nothing (J81). */
export const UOMS = ['meter', 'piece', 'roll'] as const;
export type Uom = (typeof UOMS)[number];

export const CURRENCY_CODES = ['TRY', 'USD', 'EUR'] as const;
export type CurrencyCode = (typeof CURRENCY_CODES)[number];
