/** Who works on prices sees the hidden ones too. */
export const PRICE_KEYS = ['prices:edit', 'prices:reconfirm'] as const;
