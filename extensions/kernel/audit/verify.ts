import type pg from 'pg';
import { inTransaction, type Row, type Tx } from '../database/transaction.ts';
import { GENESIS, GROUP_CHAIN, sealHash, type AuditRow } from './chain.ts';
import type { ChainHead } from './heads.ts';

/** The first row whose content, order or existence no longer fits; `number` 0 is a row no seal knows. */
export interface BrokenRow {
  readonly chain: string;
  readonly number: number;
  readonly auditId: number | null;
  readonly why: string;
}

export interface Verification {
  /** Rows whose seal was recomputed. */
  readonly rows: number;
  /** Rows that the next seal covers. */
  readonly unsealed: number;
  readonly firstBroken: BrokenRow | null;
}

export interface VerifyOptions {
  /** Chains to walk; all that are visible when left out. */
  readonly chains?: readonly string[];
  /** Heads that were exported earlier: what they sealed must still be there. */
  readonly heads?: readonly ChainHead[];
}

type SealedRow = Omit<AuditRow, 'id'> & Row & { id: number | null; chain: string; number: number; audit_id: number; previous_hash: Buffer; hash: Buffer };

const PAGE = 5_000;

/**
 * Walks every chain from its start and recomputes each hash.
 * @source J72; docs/decisions/0013-audit-chain.md
 */
export const verifyAudit = (pool: pg.Pool, options: VerifyOptions = {}): Promise<Verification> =>
  inTransaction(pool, { kind: 'system' }, (tx) => verifyChains(tx, options), 'read');

/** The same for the chains that the transaction's actor may see. */
export async function verifyChains(tx: Tx, { chains, heads = [] }: VerifyOptions = {}): Promise<Verification> {
  const { unsealed } = await tx.one<{ unsealed: number }>('select count(*) as unsealed from kernel.audit_unsealed');
  const walked = await walk(tx, chains);
  const firstBroken = walked.firstBroken ?? (await neverSealed(tx, chains)) ?? (await shortened(tx, heads));
  return { rows: walked.rows, unsealed, firstBroken };
}

async function walk(tx: Tx, chains: readonly string[] | undefined): Promise<{ rows: number; firstBroken: BrokenRow | null }> {
  let rows = 0;
  let chain = '';
  let expected: { number: number; hash: Buffer } = { number: 1, hash: GENESIS };
  let after: [string, number] = [GROUP_CHAIN, 0];
  for (;;) {
    const page = await tx.query<SealedRow>(
      `select s.chain, s.number, s.audit_id, s.previous_hash, s.hash, a.id, a.org, a.at, a.actor, a.on_behalf_of, a.command,
              a.subject_type, a.subject_id, a.reason, a.before, a.after, a.request_id
       from kernel.audit_seal s left join kernel.audit a on a.id = s.audit_id
       where (s.chain, s.number) > ($1::uuid, $2::bigint) and ($3::uuid[] is null or s.chain = any ($3)) order by s.chain, s.number limit ${PAGE}`,
      [...after, chains ?? null],
    );
    for (const seal of page) {
      if (seal.chain !== chain) {
        chain = seal.chain;
        expected = { number: 1, hash: GENESIS };
      }
      const why = brokenBecause(seal, expected);
      if (why) return { rows, firstBroken: { chain, number: seal.number, auditId: seal.audit_id, why } };
      expected = { number: seal.number + 1, hash: seal.hash };
      rows += 1;
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return { rows, firstBroken: null };
    after = [last.chain, last.number];
  }
}

function brokenBecause(seal: SealedRow, expected: { number: number; hash: Buffer }): string | null {
  if (seal.number !== expected.number) return `number ${expected.number} is missing`;
  if (!seal.previous_hash.equals(expected.hash)) return 'it does not continue the row before it';
  if (seal.id === null) return 'the audited row was removed';
  const { chain: _chain, number: _number, audit_id: _auditId, previous_hash: _previous, hash: _hash, ...row } = seal;
  return sealHash(seal.previous_hash, row as unknown as AuditRow).equals(seal.hash) ? null : 'its content was changed after it was sealed';
}

/** A row that neither a seal nor the list of those to be sealed knows was put in past the trigger. */
async function neverSealed(tx: Tx, chains: readonly string[] | undefined): Promise<BrokenRow | null> {
  const row = await tx.maybe<{ id: number; org: string | null }>(
    `select a.id, a.org from kernel.audit a where ($1::uuid[] is null or coalesce(a.org, '${GROUP_CHAIN}') = any ($1))
       and not exists (select 1 from kernel.audit_seal s where s.audit_id = a.id) and not exists (select 1 from kernel.audit_unsealed u where u.audit_id = a.id)
     order by a.id limit 1`,
    [chains ?? null],
  );
  return row ? { chain: row.org ?? '', number: 0, auditId: row.id, why: 'it was written without being noted for sealing' } : null;
}

/** Rows cut off the end leave a chain that fits in itself; only a head that was kept outside tells. */
async function shortened(tx: Tx, heads: readonly ChainHead[]): Promise<BrokenRow | null> {
  for (const { chain, number, hash } of heads) {
    const seal = await tx.maybe<{ audit_id: number; hash: string }>(
      `select audit_id, encode(hash, 'hex') as hash from kernel.audit_seal where chain = $1 and number = $2`,
      [chain, number],
    );
    if (!seal) return { chain, number, auditId: null, why: `the chain ends before the exported head at number ${number}` };
    if (seal.hash !== hash) return { chain, number, auditId: seal.audit_id, why: 'it differs from the exported head' };
  }
  return null;
}
