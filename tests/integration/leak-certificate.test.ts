import { core } from '@selvedge/core/system.ts';
import { certify } from '@selvedge/directus/leak/certify.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
afterAll(() => world.close());

interface Filed {
  at: string;
  systems: string[];
  probes: number;
  people: number;
  leakCount: number;
  leaks: unknown[];
}
const filed = async (email: string) => {
  const response = await world.as(email).raw('crm', '/core/views/leak-certificates');
  return { status: response.status, data: ((await response.json()) as { data?: Filed[] }).data };
};

test('a look through every keyhole files a dated certificate that administrators see, and nobody else [QA-2]', async () => {
  const node = world.stack.nodeOf('crm');
  const told: number[] = [];
  const startedAt = Date.now();
  const certificate = await certify(
    {
      url: node.url,
      secret: node.env['SELVEDGE_SECRET'] as string,
      systems: [core],
      query: <R>(sql: string, params: readonly unknown[] = []) => world.write('crm', (tx) => tx.query(sql, params)) as Promise<R[]>,
    },
    (done) => told.push(done),
  );
  expect(certificate.leaks).toEqual([]);
  expect(told.at(-1)).toBe(certificate.probes);
  const { data } = await filed('admin.mod');
  expect(data?.[0]).toMatchObject({ systems: ['core'], probes: certificate.probes, people: certificate.people, leakCount: 0, leaks: [] });
  expect(Date.parse(data?.[0]?.at ?? '')).toBeGreaterThanOrEqual(startedAt - 1_000);
  expect((await filed('sales.mod')).data).toEqual([]);
}, 300_000);
