import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { sealAudit } from '@selvedge/kernel/audit/seal.ts';
import { verifyAudit } from '@selvedge/kernel/audit/verify.ts';
import { number, type Figure } from './report.ts';

/** Rows that verification is promised for, and the seconds it may take. */
const ROWS = 100_000;
const ALLOWED_SECONDS = 10;

/** What `npm run audit:verify` does, over a long audit. @param databaseUrl under row security, as the command line opens it */
export async function measureAudit(databaseUrl: string): Promise<Figure[]> {
  const pool = createPool(databaseUrl, 1, 'selvedge-bench');
  try {
    await inTransaction(pool, { kind: 'system' }, (tx) =>
      tx.query(
        `insert into kernel.audit (org, actor, command, subject_type, subject_id, reason, before, after, request_id)
         select (select id from core_org order by code limit 1), 'system', 'bench.fill', 'crm_deal', gen_random_uuid()::text, 'Load',
           jsonb_build_object('status', 'draft', 'n', n), jsonb_build_object('status', 'won', 'n', n), 'bench' from generate_series(1, $1::int) n`,
        [ROWS],
      ),
    );
    // The worker seals as well; whoever finds nothing left may go on.
    for (let left = ROWS; left > 0;) {
      await sealAudit(pool);
      left = (await inTransaction(pool, { kind: 'system' }, (tx) => tx.one<{ n: number }>('select count(*) as n from kernel.audit_unsealed'), 'read')).n;
    }
    const startedAt = performance.now();
    const { rows, firstBroken } = await verifyAudit(pool);
    const seconds = (performance.now() - startedAt) / 1_000;
    return [
      {
        name: `verifying the audit of ${number(rows)} rows`,
        measured: firstBroken ? `broken at ${firstBroken.number}` : `${number(seconds)} s`,
        target: `≤ ${ALLOWED_SECONDS} s for ${number(ROWS)}`,
        met: firstBroken === null && rows >= ROWS && seconds <= ALLOWED_SECONDS,
      },
    ];
  } finally {
    await pool.end();
  }
}
