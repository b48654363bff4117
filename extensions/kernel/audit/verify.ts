import type pg from 'pg';
import { inTransaction, type Row } from '../database/transaction.ts';
import { GENESIS, sealHash, type AuditRow } from './chain.ts';

export interface Verification {
  readonly rows: number;
  readonly unsealed: number;
  /** The first row whose content, order or existence no longer fits its seal. */
  readonly firstBroken: { readonly chain: string; readonly number: number; readonly auditId: number; readonly why: string } | null;
}

type SealedRow = Omit<AuditRow, 'id'> & Row & { id: number | null; chain: string; number: number; audit_id: number; previous_hash: Buffer; hash: Buffer };

const PAGE = 5_000;

/**
 * Walks every chain from its start and recomputes each hash.
 * @source J72; docs/decisions/0013-audit-chain.md
 */
export async function verifyAudit(pool: pg.Pool): Promise<Verification> {
  return inTransaction(
    pool,
    { kind: 'system' },
    async (tx) => {
      let rows = 0;
      let chain = '';
      let expected: { number: number; hash: Buffer } = { number: 1, hash: GENESIS };
      let after: [string, number] = ['00000000-0000-0000-0000-000000000000', 0];
      for (;;) {
        const page = await tx.query<SealedRow>(
          `select s.chain, s.number, s.audit_id, s.previous_hash, s.hash, a.id, a.org, a.at, a.actor, a.on_behalf_of, a.command,
                  a.subject_type, a.subject_id, a.reason, a.before, a.after, a.request_id
           from kernel.audit_seal s left join kernel.audit a on a.id = s.audit_id
           where (s.chain, s.number) > ($1::uuid, $2::bigint) order by s.chain, s.number limit ${PAGE}`,
          after,
        );
        for (const seal of page) {
          if (seal.chain !== chain) {
            chain = seal.chain;
            expected = { number: 1, hash: GENESIS };
          }
          const why = brokenBecause(seal, expected);
          if (why) return { rows, unsealed: 0, firstBroken: { chain, number: seal.number, auditId: seal.audit_id, why } };
          expected = { number: seal.number + 1, hash: seal.hash };
          rows += 1;
        }
        const last = page.at(-1);
        if (!last || page.length < PAGE) break;
        after = [last.chain, last.number];
      }
      const { unsealed } = await tx.one<{ unsealed: number }>('select count(*) as unsealed from kernel.audit_unsealed');
      return { rows, unsealed, firstBroken: null };
    },
    'read',
  );
}

function brokenBecause(seal: SealedRow, expected: { number: number; hash: Buffer }): string | null {
  if (seal.number !== expected.number) return `number ${expected.number} is missing`;
  if (!seal.previous_hash.equals(expected.hash)) return 'it does not continue the row before it';
  if (seal.id === null) return 'the audited row was removed';
  const { chain: _chain, number: _number, audit_id: _auditId, previous_hash: _previous, hash: _hash, ...row } = seal;
  return sealHash(seal.previous_hash, row as unknown as AuditRow).equals(seal.hash) ? null : 'its content was changed after it was sealed';
}
