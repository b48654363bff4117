import { randomBytes } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { newWebhookSecret } from './secret-box.ts';
import { sign, TOLERANCE_SECONDS, verify } from './standard-webhooks.ts';

// The vector of the specification's own reference libraries.
const official = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const now = new Date();
const secret = newWebhookSecret();
const body = JSON.stringify({ type: 'deal.won', org: 'MOD', note: 'İğne oyası ₺ 12.500,40' });
const signed = sign([secret], 'msg_1', now, body);
const later = (seconds: number) => new Date(Math.floor(now.getTime() / 1000) * 1000 + seconds * 1000);
const refusal = (message: RegExp) => expect.objectContaining({ code: 'SIGNATURE_INVALID', status: 401, message: expect.stringMatching(message) as string });
const refusedBecause = (message: RegExp, run: () => unknown) => {
  let thrown: unknown;
  try {
    run();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toEqual(refusal(message));
};

describe('[ADM-10] standard webhooks', () => {
  test('the official vector: signed and verified as the specification does', () => {
    const headers = sign([official.secret], official.id, official.at, official.body);
    expect(headers).toEqual({ 'webhook-id': official.id, 'webhook-timestamp': '1614265330', 'webhook-signature': official.signature });
    expect(verify([official.secret], headers, official.body, official.at)).toEqual({ id: official.id, secretIndex: 0 });
  });

  test('the official vector with the secret without its prefix', () => {
    expect(sign([official.secret.slice('whsec_'.length)], official.id, official.at, official.body)['webhook-signature']).toBe(official.signature);
  });

  test('the package standardwebhooks verifies what we sign', () => {
    expect(new Webhook(secret).verify(body, { ...signed })).toEqual(JSON.parse(body));
    expect(() => new Webhook(newWebhookSecret()).verify(body, { ...signed })).toThrow(WebhookVerificationError);
  });

  test('we verify what the package standardwebhooks signs', () => {
    const headers = {
      'webhook-id': 'msg_2',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg_2', now, body),
    };
    expect(verify([secret], headers, body, now)).toEqual({ id: 'msg_2', secretIndex: 0 });
  });

  test('a body of bytes and the same body as text sign alike', () => {
    expect(verify([secret], signed, Buffer.from(body), now).id).toBe('msg_1');
  });

  test.each([
    ['a changed body', signed, `${body} `],
    ['another id', { ...signed, 'webhook-id': 'msg_x' }, body],
    ['another time within tolerance', { ...signed, 'webhook-timestamp': String(Number(signed['webhook-timestamp']) + 1) }, body],
    ['an empty signature', { ...signed, 'webhook-signature': '' }, body],
    ['a signature of another version', { ...signed, 'webhook-signature': signed['webhook-signature'].replace('v1,', 'v2,') }, body],
    ['a signature without version', { ...signed, 'webhook-signature': signed['webhook-signature'].slice(3) }, body],
    ['a shortened signature', { ...signed, 'webhook-signature': signed['webhook-signature'].slice(0, -8) }, body],
    ['an empty v1', { ...signed, 'webhook-signature': 'v1,' }, body],
    ['random bytes of the right length', { ...signed, 'webhook-signature': `v1,${randomBytes(32).toString('base64')}` }, body],
  ])('%s is refused', (_, headers, text) => {
    refusedBecause(/no known secret made its signature/, () => verify([secret], headers, text, now));
  });

  test('nothing verifies without a secret', () => {
    refusedBecause(/no known secret/, () => verify([], signed, body, now));
  });

  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const)('a missing or repeated %s is refused', (name) => {
    refusedBecause(/is missing/, () => verify([secret], { ...signed, [name]: undefined }, body, now));
    refusedBecause(/is missing/, () => verify([secret], { ...signed, [name]: [signed[name], signed[name]] }, body, now));
  });

  test('counts to the second: as old as allowed passes, a second more does not', () => {
    expect(verify([secret], signed, body, later(TOLERANCE_SECONDS)).id).toBe('msg_1');
    refusedBecause(/too old/, () => verify([secret], signed, body, later(TOLERANCE_SECONDS + 1)));
    expect(verify([secret], signed, body, later(-TOLERANCE_SECONDS)).id).toBe('msg_1');
    refusedBecause(/future/, () => verify([secret], signed, body, later(-TOLERANCE_SECONDS - 1)));
  });

  test.each(['', 'abc', 'NaN', '-1', '1e9', '1614265330.5', '9'.repeat(13), ' 1614265330'])('a timestamp of %p is refused', (timestamp) => {
    const headers = { ...sign([secret], 'msg_1', now, body), 'webhook-timestamp': timestamp };
    refusedBecause(/not a number/, () => verify([secret], headers, body, now));
  });

  describe('during rotation', () => {
    const [older, newer] = [newWebhookSecret(), newWebhookSecret()];
    const both = sign([newer, older], 'msg_3', now, body);

    test('a sender signs with both, and a receiver with either secret accepts', () => {
      expect(both['webhook-signature'].split(' ')).toHaveLength(2);
      expect(verify([older], both, body, now).secretIndex).toBe(0);
      expect(verify([newer], both, body, now).secretIndex).toBe(0);
      expect(new Webhook(older).verify(body, { ...both })).toEqual(JSON.parse(body));
    });

    test('a receiver with both says which secret fitted', () => {
      expect(verify([newer, older], sign([older], 'msg_4', now, body), body, now).secretIndex).toBe(1);
      expect(verify([newer, older], both, body, now).secretIndex).toBe(0);
    });

    test('a secret that ended verifies no more', () => {
      refusedBecause(/no known secret/, () => verify([newer], sign([older], 'msg_5', now, body), body, now));
    });

    test('a strange signature beside a right one does no harm', () => {
      const headers = { ...signed, 'webhook-signature': `v1a,AAAA v1,AAAA ${signed['webhook-signature']}` };
      expect(verify([secret], headers, body, now).id).toBe('msg_1');
    });
  });
});
