import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exportedHeads, type ChainHead } from '@selvedge/kernel/audit/heads.ts';
import { verifyAudit } from '@selvedge/kernel/audit/verify.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { runningNodes } from './running-nodes.ts';
import { reasonOf } from './start-refused.ts';

const usage = `Usage: npm run audit:verify [-- --head file.json]
  Recomputes the audit's hash chains in the running system's databases, or in DATABASE_URL.
  --head file.json  what was exported earlier: nothing sealed until then may be missing\n`;

interface Database {
  readonly name: string;
  readonly url: string;
}

/** The databases of the local run, which must be running; or the one that DATABASE_URL names. */
async function databases(): Promise<Database[]> {
  const given = process.env['DATABASE_URL'];
  if (given) return [{ name: new URL(given).pathname.slice(1), url: given }];
  return (await runningNodes()).map(({ name, databaseUrl }) => ({ name, url: databaseUrl }));
}

async function readHeads(file: string | undefined): Promise<readonly ChainHead[]> {
  if (file === undefined) return [];
  const parsed = exportedHeads.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success)
    throw new Error(`${file} is no exported head of the audit: ${parsed.error.issues[0]?.message ?? ''}; export one on /audit.`);
  return parsed.data.heads;
}

/** @returns whether its chains are whole */
async function verify({ name, url }: Database, heads: readonly ChainHead[]): Promise<boolean> {
  const pool = createPool(url, 1, 'selvedge-verify');
  try {
    const startedAt = performance.now();
    const { rows, unsealed, firstBroken } = await verifyAudit(pool, { heads });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    process.stdout.write(
      firstBroken
        ? `${name}: BROKEN after ${rows} rows. Chain ${firstBroken.chain}, number ${firstBroken.number}, audit row ${firstBroken.auditId ?? '–'}: ${firstBroken.why}.\n`
        : `${name}: ${rows} rows fit their seals, ${unsealed} wait for theirs (${seconds} s).\n`,
    );
    return firstBroken === null;
  } finally {
    await pool.end();
  }
}

try {
  const { values } = parseArgs({ options: { head: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(usage);
    process.exit(0);
  }
  const heads = await readHeads(values.head);
  const whole: boolean[] = [];
  for (const database of await databases()) whole.push(await verify(database, heads));
  process.exit(whole.every(Boolean) ? 0 : 1);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n${usage}`);
  process.exit(2);
}
