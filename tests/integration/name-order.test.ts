import { randomInt } from 'node:crypto';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const { sales } = world.people('MOD');
afterAll(() => world.close());

test('customers stand in the order of the alphabet, İ between I and J, over every page [SAL-2]', async () => {
  const org = await world.orgId('MOD');
  const tag = `Sıra${randomInt(1_000_000)}`;
  const inOrder = ['Cumba', 'Çınar', 'Dicle', 'Hazar', 'Irmak', 'Işık', 'İpek', 'Jale', 'Ömer', 'Şule', 'Zeytin'].map((name) => `${name} ${tag}`);
  for (const name of inOrder.toReversed())
    await sales.command('crm', 'customer.onboard', { org, name, taxCountry: 'TR', taxNumber: String(randomInt(1e9, 9e9)), paymentMode: 'cash' });
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page: { data: { name: string }[]; nextCursor?: string | null } = await sales.view<{ name: string }[]>('crm', 'customers', {
      org: 'MOD',
      q: tag,
      limit: '2',
      ...(cursor && { cursor }),
    });
    seen.push(...page.data.map((row) => row.name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(inOrder);
});
