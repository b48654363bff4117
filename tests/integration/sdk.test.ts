import { authentication, createDirectus, readItems, rest } from '@directus/sdk';
import type { Schema } from '@selvedge/directus/model/index.ts';
import { openWorld, PASSWORD } from '../world/world.ts';

const world = openWorld();
afterAll(() => world.close());

test("the model's Schema types what Directus' own SDK reads, and the SDK sees the reader's organisation alone [QA-2]", async () => {
  const directus = createDirectus<Schema>(world.addresses.crm).with(authentication('json')).with(rest());
  await directus.login({ email: 'sales.mod@selvedge.test', password: PASSWORD });
  const profiles = await directus.request(readItems('crm_customer_profile', { fields: ['org', 'name', 'status'], limit: 5 }));
  const org = await world.orgId('MOD');
  const seen: { org: string; name: string; status: 'pending_review' | 'approved' | 'inactive' }[] = profiles;
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.map((profile) => profile.org)).toEqual(seen.map(() => org));
  await directus.logout();
});
