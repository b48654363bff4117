import { createSecretKey } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { conflict } from '../errors.ts';
import { readJson } from './body.ts';
import { tokenVerifier } from '../identity/token.ts';
import { callerOf } from './caller.ts';
import type { Runtime } from './context.ts';
import { Router } from './router.ts';

const OWN = 'https://app.example';
const secret = Buffer.from('a secret that is long enough for every algorithm of the family, HS512 included');
const faults: object[] = [];
/** Everything the router needs of a runtime; the database is not reached by it. */
const runtime = {
  clock: { now: () => new Date() },
  verifyToken: tokenVerifier(secret),
  sessionCookie: 'session_token',
  allowedOrigins: new Set([OWN]),
  log: { info: () => undefined, warn: () => undefined, error: (fields: object) => faults.push(fields) },
} as unknown as Runtime;

const router = new Router(runtime);
router.on('GET', '/crm/views/:name', async ({ query }, params) => ({ status: 200, body: { name: params['name'], q: query.get('q') } }));
router.on('GET', '/crm/gates/:gate/explain', async (_, params) => ({ status: 200, body: { gate: params['gate'] } }));
router.on('POST', '/crm/echo', async ({ raw }) => ({ status: 200, body: await readJson(raw) }));
const who = async (request: { raw: http.IncomingMessage }) => ({ status: 200, body: await callerOf(request.raw, runtime) });
router.on('GET', '/crm/who', who);
router.on('POST', '/crm/who', who);
router.on('GET', '/crm/refused', () => Promise.reject(conflict('DEAL_WON', { en: 'It is won.', tr: 'Kazanıldı.' }, { code: 'MODDL' })));
router.on('GET', '/crm/broken', () => Promise.reject(new Error('password=hunter2')));

const server = http.createServer((request, response) => {
  void router.handle(request, response).then((handled) => {
    if (!handled) response.writeHead(418).end('directus');
  });
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** One request, with headers that fetch would not let a caller set. */
function ask(method: string, path: string, headers: Record<string, string> = {}, body = '') {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const request = http.request(base + path, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject).end(body);
  });
}
const json = ({ text }: { text: string }) => JSON.parse(text) as Record<string, unknown> & { error: { code: string; message: string; requestId: string } };

describe('the router', () => {
  test('matches whole paths and gives their parts and query', async () => {
    expect(json(await ask('GET', '/crm/views/deals?q=%C4%B0%C4%9Fne'))).toEqual({ name: 'deals', q: 'İğne' });
    expect(json(await ask('GET', '/crm/gates/deal-win/explain'))).toEqual({ gate: 'deal-win' });
    expect(json(await ask('GET', '/crm/views/deals/'))).toEqual({ name: 'deals', q: null });
  });

  test.each([
    ['GET', '/crm/views'],
    ['GET', '/crm/views/deals/more'],
    ['POST', '/crm/views/deals'],
    ['DELETE', '/crm/views/deals'],
    ['GET', '/crm/VIEWS/deals'],
    ['GET', '/crm/gates//explain'],
  ])('%s %s has no route and answers 404 itself', async (method, path) => {
    const answer = await ask(method, path);
    expect([answer.status, json(answer).error.code]).toEqual([404, 'NOT_FOUND']);
  });

  test.each(['/', '/items/crm_deal', '/crmx/views/deals', '/auth/login'])('%s is left to Directus', async (path) => {
    expect((await ask('GET', path)).text).toBe('directus');
  });

  test('a refusal keeps its code, status and details; nothing is logged', async () => {
    const answer = await ask('GET', '/crm/refused');
    expect([answer.status, json(answer).error]).toEqual([
      409,
      expect.objectContaining({ code: 'DEAL_WON', message: 'It is won.', details: { code: 'MODDL' } }),
    ]);
    expect(faults).toEqual([]);
  });

  test('a fault is logged with its request id and tells the caller nothing else', async () => {
    const answer = await ask('GET', '/crm/broken', { 'x-request-id': 'my-request-1' });
    expect([answer.status, json(answer).error.code, json(answer).error.requestId]).toEqual([500, 'INTERNAL', 'my-request-1']);
    expect(answer.text).not.toContain('hunter2');
    expect(faults.splice(0)).toEqual([expect.objectContaining({ requestId: 'my-request-1', err: expect.any(Error) as Error })]);
  });

  test.each(['short', 'x'.repeat(65), 'with space in it', 'a"quote"inside'])('a request id of %p is replaced', async (id) => {
    expect((await ask('GET', '/crm/views/a', { 'x-request-id': id })).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('nothing is cached on the way', async () => {
    expect((await ask('GET', '/crm/views/a')).headers['cache-control']).toBe('no-store');
  });
});

describe('origins', () => {
  test('the own app gets its preflight, with credentials', async () => {
    const { status, headers } = await ask('OPTIONS', '/crm/views/a', { origin: OWN });
    expect(status).toBe(204);
    expect(headers).toMatchObject({ 'access-control-allow-origin': OWN, 'access-control-allow-credentials': 'true', vary: 'origin' });
  });

  test.each(['https://evil.example', 'null', `${OWN}.evil.example`, 'http://app.example'])('%s gets none', async (origin) => {
    for (const method of ['OPTIONS', 'GET']) expect((await ask(method, '/crm/views/a', { origin })).headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('a body', () => {
  const type = { 'content-type': 'application/json' };

  test('of JSON is read', async () => {
    expect(json(await ask('POST', '/crm/echo', type, '{"qty":"12.5"}'))).toEqual({ qty: '12.5' });
  });

  test.each([
    ['a form, which a foreign page could send', 'application/x-www-form-urlencoded', 'a=1'],
    ['plain text', 'text/plain', '{}'],
    ['broken JSON', 'application/json', '{"a":'],
    ['nothing', 'application/json', ''],
    ['a list', 'application/json', '[]'],
    ['null', 'application/json', 'null'],
  ])('of %s is refused', async (_, contentType, body) => {
    const answer = await ask('POST', '/crm/echo', { 'content-type': contentType }, body);
    expect([answer.status, json(answer).error.code]).toEqual([400, 'INVALID_INPUT']);
  });

  test('of a mebibyte is read, a byte more is refused, declared or not', async () => {
    const bodyOf = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
    expect((await ask('POST', '/crm/echo', type, bodyOf(1_048_576))).status).toBe(200);
    expect((await ask('POST', '/crm/echo', { ...type, 'transfer-encoding': 'chunked' }, bodyOf(1_048_577))).status).toBe(413);
    expect((await ask('POST', '/crm/echo', { ...type, 'content-length': '1048577' }, bodyOf(1_048_577))).status).toBe(413);
  });
});

describe('the caller', () => {
  const token = (claims: object = {}, options: { key?: Buffer; issuer?: string; expires?: string; alg?: string } = {}) =>
    new SignJWT({ id: 'user-1', session: 'session-1', ...claims })
      .setProtectedHeader({ alg: options.alg ?? 'HS256' })
      .setIssuer(options.issuer ?? 'directus')
      .setExpirationTime(options.expires ?? '5m')
      .sign(createSecretKey(options.key ?? secret));
  const bearer = async (given: Promise<string> | string) => ask('GET', '/crm/who', { authorization: `Bearer ${await given}` });

  test('is who the bearer token names', async () => {
    expect(json(await bearer(token()))).toEqual({ userId: 'user-1', session: 'session-1', endsAtMs: expect.any(Number) as number });
    expect(json(await bearer(token({ session: undefined })))).toEqual({ userId: 'user-1', session: null, endsAtMs: expect.any(Number) as number });
  });

  test.each([
    ['signed with another secret', () => token({}, { key: Buffer.from('another secret of thirty-two characters!') })],
    ['of another issuer', () => token({}, { issuer: 'someone' })],
    ['that expired', () => token({}, { expires: '-1s' })],
    ['signed by another algorithm', () => token({}, { alg: 'HS512' })],
    ['of a share', () => token({ share: 'share-1' })],
    ['for an invitation or a new password', () => token({ scope: 'password-reset' })],
    ['without a user', () => token({ id: undefined })],
    ['whose user is no text', () => token({ id: 7 })],
    [
      'without signature',
      () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"id":"user-1","iss":"directus"}').toString('base64url')}.`,
    ],
    ['that is none', () => 'garbage'],
    ['that is empty', () => ''],
  ])('is nobody with a token %s', async (_, given) => {
    const answer = await bearer(given());
    expect([answer.status, json(answer).error.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  const withCookie = async (method: string, headers: Record<string, string>) =>
    ask(method, '/crm/who', { cookie: `theme=dark; session_token=${await token()}; session_token_old=x`, ...headers });

  test('is found in the session cookie among others', async () => {
    expect(json(await withCookie('GET', {}))).toEqual({ userId: 'user-1', session: 'session-1', endsAtMs: expect.any(Number) as number });
    expect((await ask('GET', '/crm/who', { cookie: `xsession_token=${await token()}` })).status).toBe(401);
    expect((await ask('GET', '/crm/who')).status).toBe(401);
  });

  test.each([
    ['GET', {}, 200],
    ['GET', { origin: OWN }, 200],
    ['POST', { origin: OWN }, 200],
    ['POST', {}, 403],
    ['POST', { origin: 'https://evil.example' }, 403],
    ['POST', { origin: 'null' }, 403],
    ['GET', { origin: 'https://evil.example' }, 403],
  ])('%s with a cookie and %p answers %i', async (method, headers, status) => {
    const answer = await withCookie(method, headers);
    expect(answer.status).toBe(status);
    if (status === 403) expect(json(answer).error.code).toBe('ORIGIN_NOT_ALLOWED');
  });

  test('a bearer token needs no origin, because no browser sends it by itself', async () => {
    expect((await ask('POST', '/crm/who', { authorization: `Bearer ${await token()}` })).status).toBe(200);
  });

  test('a cookie that cannot be decoded is nobody', async () => {
    const answer = await ask('GET', '/crm/who', { cookie: 'session_token=%E0%A4%A' });
    expect([answer.status, json(answer).error.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
