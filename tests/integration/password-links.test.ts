import { createHash } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { eventually } from '@selvedge/seed/client.ts';
import { hire } from '../world/hire.ts';
import { askForLink, linksTo, mailsTo, resetPassword } from '../world/set-password.ts';
import { openWorld, PASSWORD } from '../world/world.ts';

const world = openWorld();
const node = world.stack.nodeOf('crm');
afterAll(() => world.close());

const NEXT = 'yeni bir parola 2026';
const signsIn = async (email: string, password: string) =>
  (
    await fetch(`${node.url}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password, mode: 'json' }),
    })
  ).status;

describe('a link to a new password', () => {
  test('leads to the app, in a mail in the language of the person, and works once [J99]', async () => {
    const person = await hire(world);
    await world.write('crm', (tx) => tx.query(`update directus_users set language = 'tr-TR' where id = $1`, [person.id]));
    expect(await askForLink(world, 'crm', person.email)).toEqual({ status: 204, code: undefined });
    const [token] = await linksTo(world, person.email);
    const [mail] = await mailsTo(world, person.email);
    expect(mail?.subject).toBe('Selvedge için yeni parola');
    expect(mail?.html).toContain(`${node.url}/app/reset-password?token=${token}`);
    expect(mail?.html).toContain('Bağlantı bir kez ve 24 saat boyunca geçerlidir.');

    expect(await resetPassword(world, 'crm', token, 'kısa')).toEqual({ status: 400, code: 'FAILED_VALIDATION' });
    expect(await resetPassword(world, 'crm', token, NEXT)).toEqual({ status: 204, code: undefined });
    expect([await signsIn(person.email, PASSWORD), await signsIn(person.email, NEXT)]).toEqual([401, 200]);
    expect(await resetPassword(world, 'crm', token, 'bir başka parola')).toEqual({ status: 403, code: 'LINK_USED' });
    expect(await signsIn(person.email, NEXT)).toBe(200);
  });

  test('counts once when it is opened many times at the same moment [J99]', async () => {
    const person = await hire(world);
    await askForLink(world, 'crm', person.email);
    const [token] = await linksTo(world, person.email);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => resetPassword(world, 'crm', token, `${NEXT} ${i}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 7 }, () => 403)]);
  });

  test('is dead once another was used, once it is old, and when it is not complete [J99]', async () => {
    const person = await hire(world);
    await askForLink(world, 'crm', person.email);
    const [first = ''] = await linksTo(world, person.email);
    // Directus dates a link to the second: two that are asked for within one are the same link.
    await eventually(
      'the next second',
      async () => Date.now() / 1000,
      (now) => now >= (decodeJwt(first).iat ?? 0) + 1,
    );
    await askForLink(world, 'crm', person.email);
    const second = (await linksTo(world, person.email, 2)).find((one) => one !== first);
    expect(await resetPassword(world, 'crm', second, NEXT)).toMatchObject({ status: 204 });
    expect(await resetPassword(world, 'crm', first, 'bir başka parola')).toEqual({ status: 403, code: 'FORBIDDEN' });
    const { password } = await world.look('crm', (tx) => tx.one<{ password: string }>('select password from directus_users where id = $1', [person.id]));
    const old = await new SignJWT({ email: person.email, scope: 'password-reset', hash: createHash('sha1').update(password).digest('hex') })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('directus')
      .setExpirationTime('-1 minute')
      .sign(new TextEncoder().encode(node.env['SELVEDGE_SECRET']));
    expect(await resetPassword(world, 'crm', old, 'bir başka parola')).toEqual({ status: 401, code: 'TOKEN_EXPIRED' });
    expect(await resetPassword(world, 'crm', first.slice(0, -8), 'bir başka parola')).toEqual({ status: 403, code: 'INVALID_TOKEN' });
    expect(await signsIn(person.email, NEXT)).toBe(200);
  });

  test('leads to no page but the own app’s, and asking for one tells nobody who is known', async () => {
    const person = await hire(world);
    expect(await askForLink(world, 'crm', person.email, 'https://evil.example/reset-password')).toEqual({ status: 400, code: 'INVALID_PAYLOAD' });
    const timed = async (email: string) => {
      const startedAt = performance.now();
      const answer = await askForLink(world, 'crm', email);
      // Directus holds every answer back to the same half second.
      expect(performance.now() - startedAt).toBeGreaterThan(480);
      return answer;
    };
    const unknown = `kimse.${person.email}`;
    expect(await timed(unknown)).toEqual(await timed(person.email));
    await linksTo(world, person.email);
    expect(await mailsTo(world, unknown)).toEqual([]);
  });
});
