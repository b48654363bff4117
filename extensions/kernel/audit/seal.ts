import type pg from 'pg';
import { inTransaction, type Row, type Tx } from '../database/transaction.ts';
import { GENESIS, GROUP_CHAIN, sealHash, type AuditRow } from './chain.ts';

/** Rows sealed in one transaction. */
const BATCH = 2_000;
const SEAL_LOCK = 7_274_002;

async function headOf(tx: Tx, chain: string): Promise<{ number: number; hash: Buffer }> {
  const head = await tx.maybe<{ number: number; hash: Buffer }>('select number, hash from kernel.audit_seal where chain = $1 order by number desc limit 1', [
    chain,
  ]);
  return head ?? { number: 0, hash: GENESIS };
}

/**
 * Seals what no seal covers yet, in one chain per org. Writers never wait for it: they only append.
 * One sealer works at a time (advisory lock), so a chain cannot fork.
 * @returns how many rows were sealed
 */
export async function sealAudit(pool: pg.Pool): Promise<number> {
  return inTransaction(pool, { kind: 'system' }, async (tx) => {
    const { locked } = await tx.one<{ locked: boolean }>('select pg_try_advisory_xact_lock($1) as locked', [SEAL_LOCK]);
    if (!locked) return 0;
    const rows = await tx.query<AuditRow & Row>(
      `select a.id, a.org, a.at, a.actor, a.on_behalf_of, a.command, a.subject_type, a.subject_id, a.reason, a.before, a.after, a.request_id
       from kernel.audit_unsealed u join kernel.audit a on a.id = u.audit_id order by a.id limit ${BATCH}`,
    );
    const heads = new Map<string, { number: number; hash: Buffer }>();
    const seals: { chain: string; number: number; audit_id: number; previous_hash: string; hash: string }[] = [];
    for (const row of rows) {
      const chain = row.org ?? GROUP_CHAIN;
      const head = heads.get(chain) ?? (await headOf(tx, chain));
      const hash = sealHash(head.hash, row);
      seals.push({ chain, number: head.number + 1, audit_id: row.id, previous_hash: head.hash.toString('hex'), hash: hash.toString('hex') });
      heads.set(chain, { number: head.number + 1, hash });
    }
    if (seals.length === 0) return 0;
    await tx.query(
      `insert into kernel.audit_seal (chain, number, audit_id, previous_hash, hash)
       select r.chain, r.number, r.audit_id, decode(r.previous_hash, 'hex'), decode(r.hash, 'hex')
       from jsonb_to_recordset($1::jsonb) as r(chain uuid, number bigint, audit_id bigint, previous_hash text, hash text)`,
      [JSON.stringify(seals)],
    );
    await tx.query('delete from kernel.audit_unsealed where audit_id = any ($1::bigint[])', [seals.map((seal) => seal.audit_id)]);
    return seals.length;
  });
}
