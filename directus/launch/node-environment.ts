import path from 'node:path';
import { ConfigInvalid, environmentSchema, launcherSchema, readConfig } from './config.ts';
import type { Environment } from './launcher-settings.ts';
import type { Secrets } from './secrets.ts';
import { StartRefused } from './start-refused.ts';
import type { PlannedNode } from './topology.ts';

/** Where a node finds what it needs. */
export interface Connections {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly redisUrl: string;
  readonly smtpUrl: string;
}

export interface NodeEnvironmentInput {
  readonly node: PlannedNode;
  readonly nodes: readonly PlannedNode[];
  readonly connections: Connections;
  readonly secrets: Secrets;
  readonly dataDir: string;
  readonly seed: string;
  /** The user's own values: each goes before what is computed here. */
  readonly user: Environment;
}

// Of the surroundings only this goes on: a stray DB_HOST or PORT would otherwise reach Directus.
const surroundings = [
  'PATH',
  'HOME',
  'USER',
  'LANG',
  'TZ',
  'TMPDIR',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
];

// One value cannot be right for two nodes at once.
const ofOneNode = ['SELVEDGE_SYSTEMS', 'SELVEDGE_PUBLIC_URL', 'SELVEDGE_FILES_DIR'];
const computedAlways = ['SELVEDGE_PORT', 'SELVEDGE_SEED', 'DATABASE_URL', 'DATABASE_APP_URL', 'REDIS_URL'];

function ownValues(user: Environment, split: boolean): Record<string, string> {
  const launcherOnly = Object.keys(launcherSchema.shape);
  const dropped = [...computedAlways, ...launcherOnly, ...(split ? ofOneNode : [])];
  // AUTH_…: whom Directus lets sign in besides its own users (docs/guides/sign-in.md).
  const isOurs = (name: string) => name.startsWith('SELVEDGE_') || name.startsWith('AUTH_') || name in environmentSchema.shape;
  const values = Object.entries(user).flatMap(([name, value]) => (isOurs(name) && value && !dropped.includes(name) ? [[name, value]] : []));
  return Object.fromEntries(values) as Record<string, string>;
}

/** The whole environment of one node, its worker and its prepare step. @throws StartRefused when a value of the user's is unusable */
export function nodeEnvironment({ node, nodes, connections, secrets, dataDir, seed, user }: NodeEnvironmentInput): Record<string, string> {
  const addressOf = (system: 'crm' | 'wms') => `http://127.0.0.1:${nodes.find((one) => one.systems.includes(system))?.port ?? node.port}`;
  const environment = {
    ...Object.fromEntries(surroundings.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    SELVEDGE_SYSTEMS: node.systems.join(','),
    SELVEDGE_PUBLIC_URL: `http://127.0.0.1:${node.port}`,
    SELVEDGE_CRM_URL: addressOf('crm'),
    SELVEDGE_WMS_URL: addressOf('wms'),
    SELVEDGE_SMTP_URL: connections.smtpUrl,
    SELVEDGE_FILES_DIR: path.join(dataDir, 'files', node.name),
    SELVEDGE_DEMO: 'true',
    ...secrets.events,
    ...secrets.nodes[node.name],
    ...ownValues(user, nodes.length > 1),
    SELVEDGE_PORT: String(node.port),
    SELVEDGE_SEED: seed,
    DATABASE_URL: connections.ownerUrl,
    DATABASE_APP_URL: connections.appUrl,
    REDIS_URL: connections.redisUrl,
  } as Record<string, string>;
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigInvalid) throw new StartRefused(error.message, error);
    throw error;
  }
  return environment;
}
