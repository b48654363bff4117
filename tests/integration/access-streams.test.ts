import { eventually } from '@selvedge/seed/client.ts';
import { give, hire, inSeconds, welcome, type Hired } from '../world/hire.ts';
import { listen, type Listening } from '../world/listen.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const admins = { MOD: world.as('admin.mod'), JTR: world.as('admin.jtr') };
const streams: Listening[] = [];
afterAll(async () => {
  for (const stream of streams) stream.close();
  await world.close();
});

/** The live view of CRM, as that person. */
async function listenAs({ client }: Hired): Promise<Listening> {
  const stream = await listen(`${world.addresses.crm}/crm/stream`, await client.token('crm'));
  if (!stream) throw new Error('The stream was refused.');
  streams.push(stream);
  return stream;
}

/** Something happens in an org that its streams are told of. */
async function stir(org: 'MOD' | 'JTR'): Promise<void> {
  const wish = await world.wish(org, { mode: 'credit', lines: 1 });
  await world.people(org).sales.command('crm', 'deal.create', { org: wish.orgId, profile: wish.profileId, currency: 'USD', lines: wish.lines });
}

describe('an open live view', () => {
  test('closes within a second of the expiry of the last grant [ADM-5 J1]', async () => {
    const person = await hire(world);
    // Signing in takes a while on a busy machine; the span begins after it.
    await person.client.token('crm');
    const org = await world.orgId('MOD');
    const expiresAt = inSeconds(4);
    await welcome(admins.MOD, org, person, 'sales', { expiresAt });
    const stream = await listenAs(person);
    expect(stream.endedAt()).toBeNull();
    const ended = await eventually(
      'the end of the stream',
      () => Promise.resolve(stream.endedAt()),
      (at) => at !== null,
    );
    const late = (ended as number) - new Date(expiresAt).getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThanOrEqual(1_000);
  });

  test('closes within a second when an administrator ends the grant [ADM-5]', async () => {
    const person = await hire(world);
    const grant = await welcome(admins.MOD, await world.orgId('MOD'), person, 'sales');
    const stream = await listenAs(person);
    await admins.MOD.command('core', 'grant.end', { grant, reason: 'Bitti' });
    const endedAt = Date.now();
    const ended = await eventually(
      'the end of the stream',
      () => Promise.resolve(stream.endedAt()),
      (at) => at !== null,
    );
    expect((ended as number) - endedAt).toBeLessThanOrEqual(1_000);
  });

  test('goes on for one org and is told nothing more of the other, whose grant ended [ADM-5 J1]', async () => {
    const person = await hire(world);
    const [mod, jtr] = [await world.orgId('MOD'), await world.orgId('JTR')];
    await welcome(admins.MOD, mod, person, 'sales');
    const grant = await welcome(admins.JTR, jtr, person, 'sales');
    const stream = await listenAs(person);
    const toldOf = (org: string) => stream.told.filter((change) => change.org === org).length;
    await stir('JTR');
    await eventually(
      'news of JTR',
      () => Promise.resolve(toldOf(jtr)),
      (n) => n > 0,
    );
    await admins.JTR.command('core', 'grant.end', { grant, reason: 'Bitti' });
    const before = toldOf(jtr);
    // The grant's own change makes the stream look at once; a change of MOD that comes after shows that it did.
    await stir('MOD');
    await eventually(
      'news of MOD',
      () => Promise.resolve(toldOf(mod)),
      (n) => n > 0,
    );
    await stir('JTR');
    const known = toldOf(mod);
    await stir('MOD');
    await eventually(
      'more news of MOD',
      () => Promise.resolve(toldOf(mod)),
      (n) => n > known,
    );
    expect(toldOf(jtr)).toBe(before);
    expect(stream.endedAt()).toBeNull();
    // A new grant is heard without opening the stream anew.
    await give(admins.JTR, jtr, person.id, 'sales');
    await eventually(
      'news of JTR again',
      async () => {
        await stir('JTR');
        return toldOf(jtr);
      },
      (n) => n > before,
    );
  });
});
