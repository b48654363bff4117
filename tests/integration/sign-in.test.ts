import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import { hire } from '../world/hire.ts';
import { withCode } from '../world/one-time-code.ts';
import { openWorld, PASSWORD } from '../world/world.ts';

const world = openWorld();
const { url } = world.stack.nodeOf('crm');
const admin = world.as('admin');
afterAll(() => world.close());

const JSON_TYPE = { 'content-type': 'application/json' };
interface SignedIn {
  status: number;
  code: string | undefined;
  token: string;
  retryAfter: string | null;
}
async function signIn(email: string, password = PASSWORD, otp?: string, at = '/auth/login'): Promise<SignedIn> {
  const response = await fetch(`${url}${at}`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ email, password, mode: 'json', ...(otp && { otp }) }),
  });
  const body = (await response.json()) as { data?: { access_token: string }; errors?: { extensions: { code: string } }[] };
  return {
    status: response.status,
    code: body.errors?.[0]?.extensions.code,
    token: body.data?.access_token ?? '',
    retryAfter: response.headers.get('retry-after'),
  };
}
const change = (email: string, body: object) =>
  admin.raw('crm', `/users/${stableId(`user:${email}`)}`, { method: 'PATCH', headers: JSON_TYPE, body: JSON.stringify(body) });

describe('guessing passwords', () => {
  afterAll(async () => {
    const redis = new Redis(world.stack.redisUrl);
    const keys = await redis.keys('*login:*');
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
  });

  test.each(['pricing.jtr@selvedge.test', 'nobody.at.all@selvedge.test'])(
    'is slowed down for %s, the right password included, and for nobody else',
    async (email) => {
      const answers = await Promise.all(Array.from({ length: 14 }, () => signIn(email, 'wrong-password')));
      expect(answers.filter((answer) => answer.status === 401)).toHaveLength(10);
      expect(answers.filter((answer) => answer.status === 429)).toHaveLength(4);
      const right = await signIn(email);
      expect(right).toMatchObject({ status: 429, code: 'TOO_MANY_LOGINS' });
      expect(Number(right.retryAfter)).toBeGreaterThan(800);
      expect((await signIn(email, PASSWORD, undefined, '/AUTH/Login')).status).toBe(429);
      expect((await signIn('pricing.mod@selvedge.test')).status).toBe(200);
    },
  );

  test('is counted for whoever is named, by e-mail address or by the identifier of a directory, and for nobody who is not', async () => {
    const ask = async (body: object) => (await fetch(`${url}/auth/login`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) })).status;
    const named = await Promise.all(Array.from({ length: 12 }, () => ask({ identifier: 'uid=guessed', password: 'wrong-password' })));
    expect(named.filter((status) => status === 429)).toHaveLength(2);
    const unnamed = await Promise.all(Array.from({ length: 12 }, () => ask({ SAMLResponse: 'signed elsewhere' })));
    expect(unnamed).not.toContain(429);
  });

  test('starts anew with the right one, and never closes the account', async () => {
    const email = 'accounting.jtr@selvedge.test';
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(Array.from({ length: 9 }, () => signIn(email, 'wrong-password')));
      expect((await signIn(email)).status).toBe(200);
    }
  });
});

test('nobody fills a mailbox with links to a new password, whether the address is known here or not', async () => {
  for (const email of [`${randomUUID()}@selvedge.test`, (await hire(world)).email]) {
    const ask = () => fetch(`${url}/auth/password/request`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ email }) });
    const statuses = (await Promise.all(Array.from({ length: 8 }, ask))).map((answer) => answer.status).sort();
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429, 429, 429]);
    expect((await ask()).headers.get('retry-after')).toMatch(/^[1-9][0-9]*$/);
  }
});

test('a password shorter than 12 letters is refused', async () => {
  expect((await change('pricing.mod@selvedge.test', { password: 'kisa-parola' })).status).toBe(400);
});

test('a second step by authenticator app, for whoever switches it on', async () => {
  const email = 'warehouse.jtr@selvedge.test';
  const { token } = await signIn(email);
  const post = (path: string, body: object) =>
    fetch(`${url}${path}`, { method: 'POST', headers: { ...JSON_TYPE, authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
  const { data } = (await (await post('/users/me/tfa/generate', { password: PASSWORD })).json()) as { data: { secret: string } };
  const { secret } = data;
  expect((await withCode(secret, (otp) => post('/users/me/tfa/enable', { secret, otp }))).status).toBe(204);
  try {
    expect(await signIn(email)).toMatchObject({ status: 401, code: 'INVALID_OTP' });
    expect(await signIn(email, PASSWORD, '000000')).toMatchObject({ status: 401, code: 'INVALID_OTP' });
    expect((await withCode(secret, (otp) => signIn(email, PASSWORD, otp))).status).toBe(200);
  } finally {
    await admin.raw('crm', `/users/${stableId(`user:${email}`)}/tfa/disable`, { method: 'POST' });
  }
  expect((await signIn(email)).status).toBe(200);
});

test('a person who is shut out is out at the next request, everywhere', async () => {
  const email = 'sales.jtr@selvedge.test';
  const { token } = await signIn(email);
  const ask = async (path: string) => (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
  const customers = async () => (await fetch(`${url}/items/crm_customer_profile?fields=id&limit=1`, { headers: { authorization: `Bearer ${token}` } })).text();
  const before = await customers();
  expect([await ask('/kernel/me'), await ask('/crm/views/deals'), await ask('/items/crm_deal')]).toEqual([200, 200, 200]);
  expect((await change(email, { status: 'suspended' })).status).toBe(200);
  try {
    expect([await ask('/kernel/me'), await ask('/crm/views/deals')]).toEqual([401, 401]);
    // Directus goes on trusting a token until it ends; the database does not, so there is nothing to see.
    expect(before).not.toBe('{"data":[]}');
    expect(await customers()).toBe('{"data":[]}');
    expect((await signIn(email)).status).toBe(401);
  } finally {
    await change(email, { status: 'active' });
  }
  expect((await signIn(email)).status).toBe(200);
});
