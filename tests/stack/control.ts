import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Stack } from '../../directus/launch/stack.ts';
import { shareBrowser } from './shared-browser.ts';

/** What test processes are told about the stack. */
export interface StackDescription {
  readonly controlUrl: string;
  readonly split: boolean;
  readonly redisUrl: string;
  readonly mail: { readonly smtpUrl: string; readonly webUrl: string };
  readonly nodes: readonly {
    readonly name: string;
    readonly systems: readonly ('crm' | 'wms')[];
    readonly url: string;
    readonly env: Readonly<Record<string, string>>;
    readonly databaseUrl: string;
    readonly ownerUrl: string;
    readonly redisUrl: string;
  }[];
  readonly workers: readonly string[];
  readonly logFolder: string;
}

export interface Control {
  description(): StackDescription;
  close(): Promise<void>;
}

/** Lets tests, which run in other processes, kill and restart what only this process may, and shares one browser among them. */
export async function startControl(stack: Stack): Promise<Control> {
  const processes = new Map([
    ...stack.nodes.map((node) => [`node-${node.name}`, node] as const),
    ...stack.workers.map((worker) => [worker.name, worker] as const),
  ]);

  const browser = shareBrowser();
  const act = async (target: URL): Promise<{ pid: number } | { browser: string }> => {
    if (target.pathname === '/browser') return { browser: await browser.address() };
    const name = target.searchParams.get('name') ?? '';
    const found = processes.get(name);
    if (!found) throw new Error(`No process "${name}"; there are ${[...processes.keys()].join(', ')}.`);
    if (target.pathname === '/restart-to-fail') await found.restartToFail(target.searchParams.get('faultPoint') ?? '');
    else if (target.pathname === '/restart') await found.restart();
    else if (target.pathname === '/end') await found.end();
    else if (target.pathname === '/kill') await found.kill((target.searchParams.get('signal') ?? 'SIGKILL') as NodeJS.Signals);
    else if (target.pathname !== '/pid') throw new Error(`No action ${target.pathname}.`);
    return { pid: found.pid };
  };

  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    act(new URL(request.url ?? '/', 'http://control')).then(
      (result) => answer(200, result),
      (error: unknown) => answer(500, { message: error instanceof Error ? error.message : String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It must not keep the test run alive.
  server.unref();
  const controlUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { webUrl } = stack.mail;
  if (webUrl === undefined) throw new Error('A stack for tests needs its own mailbox.');

  return {
    description: () => ({
      controlUrl,
      split: stack.nodes.length > 1,
      redisUrl: stack.redisUrl,
      mail: { smtpUrl: stack.mail.smtpUrl, webUrl },
      nodes: stack.nodes.map(({ name, systems, url, env, databaseUrl, ownerUrl, redisUrl }) => ({
        name,
        systems,
        url,
        env,
        databaseUrl,
        ownerUrl,
        redisUrl,
      })),
      workers: stack.workers.map((worker) => worker.name),
      logFolder: `${stack.dataDir}/logs`,
    }),
    close: async () => {
      server.close();
      await browser.close();
    },
  };
}
