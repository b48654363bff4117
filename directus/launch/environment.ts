import type { LauncherConfig } from './config.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { deleteData } from './delete-data.ts';
import { requireFreeSpace } from './disk.ts';
import { readFirstPort, readLauncherSettings, type Environment } from './launcher-settings.ts';
import { clearLeftovers } from './leftovers.ts';
import { nodeEnvironment, type Connections } from './node-environment.ts';
import { nodeScript } from './node-script.ts';
import { consoleProgress, silentProgress, type Progress } from './progress.ts';
import { runningFile } from './running-file.ts';
import { loadSecrets } from './secrets.ts';
import { checkServices, startServices } from './services.ts';
import type { Stack, StackOptions } from './stack.ts';
import { startNode, type NodeToStart } from './start-node.ts';
import { startOverHalfSeeded } from './start-over.ts';
import { Supervisor } from './supervise.ts';
import { asRefusal } from './system-refusal.ts';
import { makePlan, type Plan, type PlannedNode } from './topology.ts';

type EnvironmentOf = (node: PlannedNode, connections: Connections) => Record<string, string>;

/** Everything that can refuse a start without having started anything. */
async function plan(options: StackOptions, settings: LauncherConfig, user: Environment, dataDir: string, progress: Progress) {
  const { split = false, ports = 'fixed', seed = 'demo' } = options;
  await requireFreeSpace(dataDir);
  if ((await clearLeftovers(runningFile(dataDir))) > 0) progress.line('Stopped what an earlier run had left behind.');
  const planned = await makePlan(split, ports, settings, readFirstPort(user));
  const secrets = await loadSecrets(dataDir);
  const seedName = typeof seed === 'string' ? seed : String(seed.scale);
  const environmentOf: EnvironmentOf = (node, connections) =>
    nodeEnvironment({ node, nodes: planned.nodes, connections, secrets, dataDir, seed: seedName, user });
  // A misspelt setting refuses the start now, not after the database is up; addresses do not matter for that.
  const nowhere = {
    ownerUrl: 'postgres://nowhere/x',
    appUrl: 'postgres://nowhere/x',
    redisUrl: 'redis://nowhere',
    smtpUrl: 'smtp://nowhere',
  };
  for (const node of planned.nodes) environmentOf(node, nowhere);
  await checkServices(planned, user);
  return { planned, secrets, environmentOf };
}

const ownEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as Record<string, string>;

/** Bundles first, then every node's database, then every node with its worker. */
async function startNodes(supervisor: Supervisor, nodes: readonly NodeToStart[], build: boolean, progress: Progress) {
  const several = nodes.length > 1;
  if (build) {
    await progress.step('Building', () =>
      supervisor.run(nodeScript('build', 'build.ts', ownEnvironment()), (line) => progress.line(`  ${line}`)),
    );
  }
  const prepare = ({ node, env }: NodeToStart) =>
    supervisor.run(nodeScript(`prepare-${node.name}`, 'prepare.ts', env), (line) =>
      progress.line(`  ${several ? `${node.name}: ` : ''}${line}`),
    );
  await progress.step(several ? 'Preparing both databases' : 'Preparing the database', () => Promise.all(nodes.map(prepare)));
  return progress.step(several ? 'Starting both nodes and their workers' : 'Starting Directus and its worker', () =>
    Promise.all(nodes.map((one) => startNode(supervisor, one))),
  );
}

/** People, stock and trade for an empty stack, made through the running nodes; a filled one is left as it is. */
async function seedNodes(supervisor: Supervisor, nodes: readonly NodeToStart[], progress: Progress): Promise<void> {
  const [first] = nodes;
  if (!first || first.env['SELVEDGE_SEED'] === 'none') return;
  const seedNodesJson = JSON.stringify(
    nodes.map(({ node, connections }) => ({
      systems: node.systems,
      url: `http://127.0.0.1:${node.port}`,
      databaseUrl: connections.appUrl,
      ownerUrl: connections.ownerUrl,
    })),
  );
  const spec = nodeScript('seed', 'seed.ts', { ...first.env, SEED_NODES: seedNodesJson });
  await progress.step('Looking after the demo data', () => supervisor.run(spec, (line) => progress.line(`  ${line}`)));
}

function connectionsOf(planned: Plan, all: ReadonlyMap<string, Connections>, environmentOf: EnvironmentOf): NodeToStart[] {
  return planned.nodes.map((node) => {
    const connections = all.get(node.name);
    if (!connections) throw new Error(`Node ${node.name} was given no connections.`);
    return { node, connections, env: environmentOf(node, connections) };
  });
}

/**
 * Starts everything: services, then per node its prepared database, its Directus and its worker.
 * @returns once every node answers and every worker is ready
 * @throws StartRefused in one sentence, after having stopped whatever had been started
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const progress = options.quiet ? silentProgress : consoleProgress;
  const user: Environment = { ...(options.user ?? (options.ports === 'free' ? {} : process.env)), ...options.extraEnv };
  const settings = readLauncherSettings(user);
  let folder: DataFolder | undefined;
  let supervisor: Supervisor | undefined;
  const stop = async () => {
    await supervisor?.stopAll();
    if (folder?.temporary) await deleteData(folder.dataDir);
  };

  try {
    folder = openDataFolder(options, settings);
    const { dataDir, temporary } = folder;
    const { planned, secrets, environmentOf } = await plan(options, settings, user, dataDir, progress);
    options.signal?.throwIfAborted();
    const started = new Supervisor({
      dataDir,
      deleteFolder: temporary ? dataDir : null,
      onUnexpectedEnd: options.onUnexpectedEnd ?? ((_name, report) => process.stderr.write(`${report}\n`)),
    });
    supervisor = started;
    options.signal?.addEventListener('abort', () => void started.stopAll(), { once: true });

    const services = await progress.step('Starting PostgreSQL, Redis and the mailbox', () =>
      startServices(started, planned, dataDir, secrets, user),
    );
    const nodes = connectionsOf(planned, services.connections, environmentOf);
    // Before anything runs on them: what holds a database open could not lose it.
    if (nodes.some(({ env }) => env['SELVEDGE_SEED'] !== 'none'))
      await startOverHalfSeeded(nodes, secrets.postgres, !user['DATABASE_URL'], progress);
    const running = await startNodes(started, nodes, options.build ?? true, progress);
    await seedNodes(started, nodes, progress);
    const [first] = nodes;
    if (!first) throw new Error('A stack has at least one node.');
    return {
      dataDir,
      nodes: running.map((one) => one.node),
      workers: running.map((one) => one.worker),
      mail: { smtpUrl: first.connections.smtpUrl, webUrl: services.mailbox?.webUrl },
      redisUrl: first.connections.redisUrl,
      stop,
    };
  } catch (error) {
    await stop();
    throw asRefusal(error, folder?.dataDir ?? settings.SELVEDGE_DATA_DIR);
  }
}
