import type { Connections } from './node-environment.ts';
import { nodeScript } from './node-script.ts';
import type { StackNode } from './stack.ts';
import { answersPing, startStackProcess, type StackProcess } from './stack-process.ts';
import type { Supervisor } from './supervise.ts';
import type { PlannedNode } from './topology.ts';

export interface NodeToStart {
  readonly node: PlannedNode;
  readonly connections: Connections;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the Directus of one node and its worker, side by side. */
export async function startNode(
  supervisor: Supervisor,
  { node, connections, env }: NodeToStart,
): Promise<{ node: StackNode; worker: StackProcess }> {
  const url = `http://127.0.0.1:${node.port}`;
  const [directus, worker] = await Promise.all([
    startStackProcess(supervisor, nodeScript(`node-${node.name}`, 'node.ts', env), () => answersPing(url)),
    startStackProcess(supervisor, nodeScript(`worker-${node.name}`, 'worker.ts', env), (child) => child.saysReady()),
  ]);
  return {
    worker,
    node: {
      name: node.name,
      systems: node.systems,
      url,
      env,
      databaseUrl: connections.appUrl,
      ownerUrl: connections.ownerUrl,
      redisUrl: connections.redisUrl,
      // Changes with each restart, so it is asked for each time.
      get pid() {
        return directus.pid;
      },
      restart: directus.restart,
      restartToFail: directus.restartToFail,
      end: directus.end,
      kill: directus.kill,
    },
  };
}
