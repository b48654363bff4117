import { z } from 'zod';
import type { Row, Tx } from '../database/transaction.ts';

/** Where a chain ends. Kept outside, it proves later that nothing was cut off. */
export const chainHead = z.object({
  chain: z.guid(),
  /** The org's code; null for what belongs to the whole group. */
  org: z.string().nullable(),
  number: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  sealedAt: z.iso.datetime(),
});
export type ChainHead = z.infer<typeof chainHead>;

/** The file that an export writes and a later verification reads. */
export const exportedHeads = z.object({ exportedAt: z.iso.datetime(), heads: z.array(chainHead) });

/** The heads of the chains that the transaction's actor may see. @param chains only these, when given */
export async function chainHeads(tx: Tx, chains?: readonly string[]): Promise<ChainHead[]> {
  const rows = await tx.query<Omit<ChainHead, 'sealedAt'> & Row & { sealed_at: Date }>(
    `select distinct on (s.chain) s.chain, o.code as org, s.number, encode(s.hash, 'hex') as hash, s.sealed_at
     from kernel.audit_seal s left join core_org o on o.id = s.chain where $1::uuid[] is null or s.chain = any ($1) order by s.chain, s.number desc`,
    [chains ?? null],
  );
  return rows.map(({ sealed_at: at, ...head }) => ({ ...head, sealedAt: at.toISOString() }));
}
