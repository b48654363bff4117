import { eventually } from '@selvedge/seed/client.ts';
import { hire } from '../world/hire.ts';
import { inStudio } from '../world/studio.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
afterAll(() => world.close());

test('a role that is given and ended in the Studio of one node is told to the other [ADM-2 ADM-5 SYS-1]', async () => {
  const person = await hire(world);
  const studio = inStudio(world, 'admin');
  const there = (id: string) =>
    world.look('wms', (tx) =>
      tx.maybe<{ role: string; ended: boolean }>('select role, expires_at is not null as ended from core_org_grant where id = $1', [id]),
    );
  const { data } = await studio('POST', '', { user: person.id, org: await world.orgId('MOD'), role: 'warehouse', reason: 'Test' });
  const { id } = data as { id: string };
  await eventually(
    'the role on the other node',
    () => there(id),
    (seen) => seen?.role === 'warehouse' && !seen.ended,
  );
  expect(await studio('DELETE', `/${id}`)).toMatchObject({ status: 204 });
  await eventually(
    'its end on the other node',
    () => there(id),
    (seen) => seen?.ended === true,
  );
});
