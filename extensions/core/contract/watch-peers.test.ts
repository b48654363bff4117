import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchPeers, type PeerWatch } from './watch-peers.ts';

const own = { contractVersion: '1.0.23', contractHash: 'a'.repeat(64) };
const open: Server[] = [];
const watches: PeerWatch[] = [];

interface Node {
  readonly url: string;
  readonly server: Server;
  /** How often it was asked. */
  readonly asked: () => number;
}

/** A node that says of itself what `answer` returns at the moment; null breaks the connection off, as a node does that is away. */
async function serve(answer: () => { status?: number; body: string } | null, port = 0): Promise<Node> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    const said = answer();
    if (said === null) request.destroy();
    else response.writeHead(request.url === '/kernel/health' ? (said.status ?? 200) : 404, { 'content-type': 'application/json' }).end(said.body);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, asked: () => asked };
}
const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
const speaking = (contractVersion: string, letter: string) => JSON.stringify({ status: 'ok', contractVersion, contractHash: letter.repeat(64) });

function watch(url: string) {
  const said: string[] = [];
  const note = (level: string) => (_: object, message: string) => void said.push(`${level}: ${message}`);
  const log = { info: note('info'), warn: note('warn'), error: note('error') };
  const watched = watchPeers({ peers: new Map([['wms', url]]), own, log, firstWaitMs: 10, longestWaitMs: 40 });
  watches.push(watched);
  watched.start();
  return { said, watched };
}
async function until(isSo: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 5_000; !isSo() && Date.now() < deadline;) await sleep(5);
  expect(isSo()).toBe(true);
}
/** Until a node was asked again, and the answer before that was heard. */
async function askedAgain({ asked }: Node, times = 2): Promise<void> {
  const before = asked();
  await until(() => asked() >= before + times);
}

afterEach(async () => {
  for (const one of watches.splice(0)) one.stop();
  await Promise.all(open.splice(0).map(close));
});

test('a node that speaks another contract is named once, with both and what to do, and again when it agrees [ADM-7]', async () => {
  let spoken = speaking('1.0.22', 'b');
  const node = await serve(() => ({ body: spoken }));
  const { url } = node;
  const { said, watched } = watch(url);
  await until(() => watched.differing().length > 0);
  await askedAgain(node);
  expect(watched.differing()).toEqual(['wms']);
  expect(said).toEqual([
    `error: The node of wms at ${url} speaks contract 1.0.22 (bbbbbbbbbbbb) and this one 1.0.23 (aaaaaaaaaaaa), so events between them are parked; start the same release of Selvedge on both.`,
  ]);
  spoken = speaking('1.0.23', 'a');
  await until(() => watched.differing().length === 0);
  expect(said.slice(1)).toEqual(['info: The node of wms speaks the same contract as this one, 1.0.23 (aaaaaaaaaaaa).']);
});

test('the same version with other schemas differs as well', async () => {
  const { url } = await serve(() => ({ body: speaking('1.0.23', 'c') }));
  const { watched } = watch(url);
  await until(() => watched.differing().length > 0);
});

test('a node that does not answer yet, or not sensibly, is asked again until it does', async () => {
  const first = await serve(() => ({ status: 502, body: '<html>' }));
  const { said, watched } = watch(first.url);
  await askedAgain(first);
  await close(first.server);
  expect([said, watched.differing()]).toEqual([[], []]);
  await serve(() => ({ body: speaking('1.0.24', 'd') }), Number(new URL(first.url).port));
  await until(() => watched.differing().length > 0);
  expect(said).toHaveLength(1);
});

test('what once differed is not forgotten because the node is away for a moment', async () => {
  let isAway = false;
  const node = await serve(() => (isAway ? null : { body: speaking('1.0.22', 'b') }));
  const { watched } = watch(node.url);
  await until(() => watched.differing().length > 0);
  isAway = true;
  await askedAgain(node);
  expect(watched.differing()).toEqual(['wms']);
});
