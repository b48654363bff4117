import { readSeeding } from '@selvedge/seed/seeding.ts';
import { asRole, ensureDatabases, withClient } from './postgres-roles.ts';
import type { Progress } from './progress.ts';
import type { Secrets } from './secrets.ts';
import { StartRefused } from './start-refused.ts';
import type { NodeToStart } from './start-node.ts';

/**
 * Empties the databases of a stack whose first seeding was stopped half-way, so that this start makes the demo
 * data anew. What is queued in Redis for events that are gone finds nothing to deliver.
 * @param isOwnServer whether the databases lie in the embedded PostgreSQL, which holds nothing but them
 * @throws StartRefused when they lie on a server of the user's own
 */
export async function startOverHalfSeeded(
  nodes: readonly NodeToStart[],
  passwords: Secrets['postgres'],
  isOwnServer: boolean,
  progress: Progress,
): Promise<void> {
  const standings = await Promise.all(nodes.map(({ connections }) => readSeeding(connections.ownerUrl)));
  const [first] = nodes;
  if (!first || !standings.includes('begun')) return;
  if (!isOwnServer)
    throw new StartRefused(
      'The demo data in the database of DATABASE_URL is half made, because an earlier start was stopped meanwhile; empty that database, or start with --no-seed to go on with what is there.',
    );
  progress.line('The demo data was half made when an earlier start was stopped, so its databases are emptied and it is made anew.');
  const superuser = asRole(first.connections.ownerUrl, 'postgres', passwords.superuser, 'postgres');
  const names = nodes.map(({ connections }) => new URL(connections.ownerUrl).pathname.slice(1));
  await withClient(superuser, async (client) => {
    for (const name of names) await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`);
  });
  await ensureDatabases(superuser, names, passwords);
}
