import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contractHash } from '@selvedge/contract/hash.ts';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { ApiClient, eventually } from '@selvedge/seed/client.ts';
import { openBrowser } from '../browser/chromium.ts';
import { connectStack } from '../stack/connect.ts';
import { asCore } from '../world/core-client.ts';
import { makeOwnDatabase, runToEnd, startOwnNode, startOwnWorker, type OwnDatabase, type OwnProcess } from '../world/own-node.ts';

const EMAIL = 'yonetici@selvedge.test';
const PASSWORD = 'uzun-ve-kimsenin-bilmedigi';

/** Stands for the node of the warehouse: nothing of it is asked but what it speaks. */
let spoken: object | null = null;
const warehouse = createServer((request, response) => {
  if (spoken === null || request.url !== '/kernel/health') request.destroy();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(spoken));
});

let database: OwnDatabase;
const started: OwnProcess[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => warehouse.listen(0, '127.0.0.1', resolve));
  database = await makeOwnDatabase(connectStack(), 'contract_crm', {
    SELVEDGE_SYSTEMS: 'crm',
    SELVEDGE_WMS_URL: `http://127.0.0.1:${(warehouse.address() as AddressInfo).port}`,
    SELVEDGE_ADMIN_EMAIL: EMAIL,
    SELVEDGE_ADMIN_PASSWORD: PASSWORD,
    SELVEDGE_LOG_LEVEL: 'info',
  });
  expect(await runToEnd('directus/launch/prepare.ts', database.env)).toMatchObject({ code: 0 });
}, 120_000);

afterAll(async () => {
  await Promise.all(started.map((one) => one.stop()));
  await database.drop();
  warehouse.close();
});

test('node and worker start without the other node, compare contracts once it answers, and say where they differ [ADM-7]', async () => {
  const [node, worker] = await Promise.all([startOwnNode(database.env), startOwnWorker(database.env)]);
  started.push(node, worker);
  const admin = new ApiClient({ crm: node.url, wms: node.url }, EMAIL, PASSWORD);
  const differing = async () => (await asCore('crm', admin).view<{ contractDiffersAt: string[] }[]>('integration-alert')).data[0]?.contractDiffersAt;
  expect(await differing()).toEqual([]);
  expect(node.said() + worker.said()).not.toContain('start the same release');

  spoken = { contractVersion: CONTRACT_VERSION, contractHash: 'f'.repeat(64) };
  const sentence = `speaks contract ${CONTRACT_VERSION} (ffffffffffff) and this one ${CONTRACT_VERSION} (${contractHash().slice(0, 12)}), so events between them are parked; start the same release of Selvedge on both.`;
  for (const one of [node, worker])
    await eventually(
      'what the log says',
      async () => one.said(),
      (said) => said.includes(sentence),
      70_000,
    );
  expect(await differing()).toEqual(['wms']);

  // Administrators read it on whatever page they are, and the banner leads to both hashes.
  const person = await openBrowser(node.url, EMAIL.split('@')[0]!, { password: PASSWORD });
  try {
    const banner = person.page.getByTestId('contract-banner');
    expect(await banner.innerText()).toContain('The node of Warehouse (WMS) speaks another contract');
    await banner.getByRole('link').click();
    await person.page
      .locator('.sv-mini tr')
      .filter({ hasText: 'WMS' })
      .filter({ hasText: 'f'.repeat(12) })
      .waitFor();
  } finally {
    await person.close();
  }
}, 180_000);

test('two nodes of one release agree', async () => {
  spoken = { contractVersion: CONTRACT_VERSION, contractHash: contractHash() };
  const worker = await startOwnWorker(database.env);
  started.push(worker);
  await eventually(
    'what the log says',
    async () => worker.said(),
    (said) => said.includes('speaks the same contract as this one'),
  );
  expect(worker.said()).not.toContain('start the same release');
}, 90_000);
