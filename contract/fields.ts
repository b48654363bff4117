import { z } from 'zod';

/** Building blocks that several events share. */
export const id = z.uuid();
export const orgCode = z.string().regex(/^[A-Z]{3}$/);
export const itemCode = z.string().min(1).max(30);
export const uom = z.enum(['meter', 'piece', 'roll']);
export const currency = z.enum(['TRY', 'USD', 'EUR']);
/** A non-negative decimal as text: `12500.40`. */
export const decimal = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/);
export const signedDecimal = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);
export const instant = z.iso.datetime();
export const day = z.iso.date();
export const text = (max: number) => z.string().min(1).max(max);
export const line = z.object({ deal_line_id: id, position: z.number().int().positive(), item_code: itemCode, uom, qty: decimal });
export const roll = z.object({ lot: text(30), roll: text(30), meters: decimal });

export const example = {
  deal: '5b0e4d5e-8b61-4c93-9a9f-0d5b7a3f1c11',
  line: '0c1c4b36-7d0c-4a56-8a0f-5c5f2e8f4a02',
  order: 'a4e2b7d1-3f58-4c1e-9b7a-6d0e8c2f5b33',
  other: 'c9d8f7a6-1b2c-4d3e-8f4a-5b6c7d8e9f04',
} as const;
