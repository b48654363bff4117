import { core } from '@selvedge/core/system.ts';
import { defineCrm } from '@selvedge/crm/system.ts';
import { createSystemStatements } from '@selvedge/kernel/database/pool.ts';
import { wms } from '@selvedge/wms/system.ts';
import { certify } from '../leak/certify.ts';
import { runningNodes, type RunningNode } from './running-nodes.ts';
import { reasonOf, StartRefused } from './start-refused.ts';

// Where its mail would go does not matter: nothing of a system is run here, only its list of views is read.
const systems = { crm: defineCrm({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'nobody@example.com' }), wms };
const say = (line: string) => process.stdout.write(`${line}\n`);
const EVERY = 1_000;

/** A certificate about a node that was not there would say nothing. @throws StartRefused */
async function refuseSilent({ name, url }: RunningNode): Promise<void> {
  const answers = await fetch(`${url}/kernel/health`).then(
    (response) => response.ok,
    () => false,
  );
  if (!answers)
    throw new StartRefused(
      `The node ${name} does not answer at ${url}. Start it with "npm start"; if it runs on another port, give the same SELVEDGE_PORT here.`,
    );
}

/** @returns whether nothing leaked */
async function look(node: RunningNode): Promise<boolean> {
  await refuseSilent(node);
  const database = createSystemStatements(node.databaseUrl, 6, 'selvedge-certify');
  try {
    const { probes, leaks, people, seconds } = await certify(
      {
        url: node.url,
        secret: node.secret,
        systems: [core, ...node.systems.map((name) => systems[name])],
        query: <R>(sql: string, params: readonly unknown[] = []) => database.run(sql, params) as Promise<R[]>,
      },
      (done, of) => {
        if (done % EVERY === 0) say(`${node.name}: ${done} of ${of} probes …`);
      },
    );
    for (const { probe, leak } of leaks) say(`LEAK ${probe}: ${leak}`);
    say(
      `${node.name}: ${probes} probes as ${people} kinds of people in ${seconds.toFixed(0)} s, ${leaks.length} leaks. The certificate is filed; administrators see it on /access.`,
    );
    return leaks.length === 0;
  } finally {
    await database.end();
  }
}

try {
  const tight: boolean[] = [];
  for (const node of await runningNodes()) tight.push(await look(node));
  process.exit(tight.every(Boolean) ? 0 : 1);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\nUsage: npm run leak:certify, while the system runs.\n`);
  process.exit(2);
}
