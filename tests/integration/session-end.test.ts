import { SignJWT } from 'jose';
import { eventually } from '@selvedge/seed/client.ts';
import { hire, welcome } from '../world/hire.ts';
import { listen } from '../world/listen.ts';
import { openWorld, PASSWORD } from '../world/world.ts';

const world = openWorld();
const { url, env } = world.stack.nodeOf('crm');
afterAll(() => world.close());

/** Hours a session lasts (docs/guides/sign-in.md). */
const SESSION_HOURS = 12;

/** Somebody new who sells for MOD, signed in as the app signs in: with a session that the cookie carries. */
async function signedIn() {
  const person = await hire(world);
  await welcome(world.as('admin.mod'), await world.orgId('MOD'), person, 'sales');
  const response = await fetch(`${url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: person.email, password: PASSWORD, mode: 'session' }),
  });
  const [cookie = '', ...attributes] = (response.headers.getSetCookie().find((one) => one.includes('_session=')) ?? '').split('; ');
  const token = cookie.slice(cookie.indexOf('=') + 1);
  return { person, cookie, token, attributes };
}

/** What somebody with that cookie, or with the token out of it, is answered at each kind of door. */
async function doors({ cookie, token }: { cookie: string; token: string }): Promise<number[]> {
  const ask = async (path: string, headers: Record<string, string>) => (await fetch(`${url}${path}`, { headers })).status;
  return [
    await ask('/kernel/me', { cookie }),
    await ask('/crm/views/deals', { cookie }),
    await ask('/crm/views/deals', { authorization: `Bearer ${token}` }),
    await ask('/crm/stream', { authorization: `Bearer ${token}` }),
    await ask('/users/me', { cookie }),
  ];
}
const OUT = [401, 401, 401, 401, 401];

const open = async (token: string) => {
  const stream = await listen(`${url}/crm/stream`, token);
  if (!stream) throw new Error('The stream was refused.');
  return stream;
};
const closing = async (stream: Awaited<ReturnType<typeof open>>): Promise<number> => {
  const since = Date.now();
  const at = await eventually(
    'the end of the stream',
    () => Promise.resolve(stream.endedAt()),
    (ended) => ended !== null,
  );
  return (at as number) - since;
};

describe('a session', () => {
  test('ends when the person signs out: its token opens nothing more, and its live view closes within a second; the next session is another', async () => {
    const here = await signedIn();
    const stream = await open(here.token);
    const isIn = async () => (await fetch(`${url}/kernel/me`, { headers: { cookie: here.cookie } })).status;
    expect(await isIn()).toBe(200);
    const out = await fetch(`${url}/auth/logout`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: here.cookie, origin: new URL(url).origin },
      body: JSON.stringify({ mode: 'session' }),
    });
    expect(out.status).toBe(204);
    expect(await closing(stream)).toBeLessThanOrEqual(1_000);
    expect(await doors(here)).toEqual(OUT);
    expect(await here.person.client.token('crm')).not.toBe(here.token);
  });

  test('lasts twelve hours and no longer: then the cookie, the token out of it and an open live view are worth nothing', async () => {
    const here = await signedIn();
    const { exp, iat, session } = JSON.parse(Buffer.from(here.token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<string, number>;
    expect(Number(exp) - Number(iat)).toBe(SESSION_HOURS * 3_600);
    expect(here.attributes.find((one) => one.startsWith('Max-Age='))).toBe(`Max-Age=${SESSION_HOURS * 3_600}`);
    expect(here.attributes).toContain('HttpOnly');
    const kept = await world.look('crm', (tx) => tx.one<{ expires: Date }>('select expires from directus_sessions where token = $1', [session]));
    expect(Math.abs(kept.expires.getTime() - Number(exp) * 1_000)).toBeLessThan(60_000);

    const stream = await open(here.token);
    await world.write('crm', (tx) => tx.query(`update directus_sessions set expires = now() - interval '1 second' where token = $1`, [session]));
    expect(await closing(stream)).toBeLessThanOrEqual(1_000);
    expect(await doors(here)).toEqual(OUT);
  });

  test('that a token of its own stands for ends with it: an open live view closes within a second of the last one', async () => {
    const { person } = await signedIn();
    const endsAt = Math.ceil(Date.now() / 1_000) + 4;
    const token = await new SignJWT({ id: person.id, role: null, app_access: false, admin_access: false })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('directus')
      .setExpirationTime(endsAt)
      .sign(new TextEncoder().encode(env['SELVEDGE_SECRET']));
    const stream = await open(token);
    expect(stream.endedAt()).toBeNull();
    await closing(stream);
    const late = (stream.endedAt() as number) - endsAt * 1_000;
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThanOrEqual(1_100);
  });
});
