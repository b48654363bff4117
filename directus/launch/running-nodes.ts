import path from 'node:path';
import { ConfigInvalid, readConfig } from './config.ts';
import { readFirstPort, readLauncherSettings } from './launcher-settings.ts';
import { repositoryRoot } from './paths.ts';
import { appRole, asRole, withClient } from './postgres-roles.ts';
import { loadSecrets } from './secrets.ts';
import { StartRefused } from './start-refused.ts';
import { makePlan, type SystemName } from './topology.ts';

/** A node that runs now, as a tool of its operators finds it. */
export interface RunningNode {
  readonly name: string;
  readonly systems: readonly SystemName[];
  readonly url: string;
  /** As the run-time role, bound by row security. */
  readonly databaseUrl: string;
  /** SELVEDGE_SECRET. */
  readonly secret: string;
}

async function localNodes(): Promise<RunningNode[]> {
  const settings = readLauncherSettings(process.env);
  const { postgres, nodes: secrets } = await loadSecrets(path.resolve(repositoryRoot, settings.SELVEDGE_DATA_DIR));
  const server = `postgres://127.0.0.1:${settings.SELVEDGE_POSTGRES_PORT}/postgres`;
  const databases = await withClient(asRole(server, 'postgres', postgres.superuser), async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
    return new Set(rows.map((row) => row.datname));
  });
  const split = !databases.has('selvedge');
  const { nodes } = await makePlan(split, 'fixed', settings, readFirstPort(process.env));
  return nodes
    .filter((node) => databases.has(node.database))
    .map((node) => ({
      name: node.name,
      systems: node.systems,
      url: `http://127.0.0.1:${node.port}`,
      databaseUrl: asRole(server, appRole, postgres.app, node.database),
      secret: secrets[node.name].SELVEDGE_SECRET,
    }));
}

/**
 * The nodes of the local run, which must be running; or the one whose settings the environment holds.
 * @throws StartRefused when neither is there
 */
export async function runningNodes(): Promise<RunningNode[]> {
  if (!process.env['DATABASE_APP_URL']) return localNodes();
  try {
    const config = readConfig(process.env);
    return [
      {
        name: config.SELVEDGE_SYSTEMS.join('-'),
        systems: config.SELVEDGE_SYSTEMS,
        url: config.SELVEDGE_PUBLIC_URL,
        databaseUrl: config.DATABASE_APP_URL,
        secret: config.SELVEDGE_SECRET,
      },
    ];
  } catch (error) {
    if (error instanceof ConfigInvalid) throw new StartRefused(error.message, error);
    throw error;
  }
}
