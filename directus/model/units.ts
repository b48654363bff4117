/** Units a line may be sold in. v1 validates them and converts nothing (J81). */
export const UOMS = ['meter', 'piece', 'roll'] as const;
export type Uom = (typeof UOMS)[number];
/** What the units are called in Turkish; in English they are called by their code. */
export const UOM_TR: Readonly<Record<Uom, string>> = { meter: 'metre', piece: 'adet', roll: 'top' };

export const CURRENCY_CODES = ['TRY', 'USD', 'EUR'] as const;
export type CurrencyCode = (typeof CURRENCY_CODES)[number];
