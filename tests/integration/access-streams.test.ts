import { request } from 'node:http';
import { eventually } from '@selvedge/seed/client.ts';
import { give, hire, inSeconds, welcome, type Hired } from '../world/hire.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const admins = { MOD: world.as('admin.mod'), JTR: world.as('admin.jtr') };
const streams: Listening[] = [];
afterAll(async () => {
  for (const stream of streams) stream.close();
  await world.close();
});

interface Told {
  readonly at: number;
  readonly org: string;
}
interface Listening {
  readonly told: Told[];
  readonly isOpen: () => boolean;
  readonly endedAt: () => number | null;
  close(): void;
}

/** A live view as a page holds it: what it is told, and when it is closed. */
async function listen({ client }: Hired): Promise<Listening> {
  const token = await client.token('crm');
  const told: Told[] = [];
  let isOpen = false;
  let endedAt: number | null = null;
  const asked = request(`${world.addresses.crm}/crm/stream`, { headers: { authorization: `Bearer ${token}` } }, (response) => {
    let rest = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        if (part.startsWith('event: hello')) isOpen = true;
        const data = /^event: change\ndata: (.+)$/.exec(part)?.[1];
        if (data !== undefined) told.push({ at: Date.now(), org: (JSON.parse(data) as { org: string }).org });
      }
    });
    response.on('end', () => {
      endedAt = Date.now();
    });
  });
  asked.on('error', () => undefined);
  asked.end();
  const listening: Listening = { told, isOpen: () => isOpen, endedAt: () => endedAt, close: () => void asked.destroy() };
  streams.push(listening);
  await eventually('the stream', () => Promise.resolve(isOpen), Boolean);
  return listening;
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
    const stream = await listen(person);
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
    const stream = await listen(person);
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
    const stream = await listen(person);
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
