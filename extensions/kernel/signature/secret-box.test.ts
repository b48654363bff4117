import { newWebhookSecret, seal, unseal } from './secret-box.ts';

const passphrase = 'a passphrase of this node';
const plain = 'whsec_İğne+/=';

describe('a sealed secret', () => {
  const sealed = seal(plain, passphrase);

  test('opens with its passphrase, also when it is empty', () => {
    expect(unseal(sealed, passphrase)).toBe(plain);
    expect(unseal(seal('', passphrase), passphrase)).toBe('');
  });

  test('shows nothing of the secret and is another one each time', () => {
    expect(sealed.includes(Buffer.from('whsec_'))).toBe(false);
    expect(seal(plain, passphrase).equals(sealed)).toBe(false);
    expect(seal(plain, passphrase).subarray(0, 12).equals(sealed.subarray(0, 12))).toBe(false);
  });

  test('does not open with another passphrase', () => {
    expect(() => unseal(sealed, `${passphrase} `)).toThrow();
  });

  test('does not open when any single byte was changed', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => unseal(changed, passphrase)).toThrow();
    }
  });

  test('does not open when it was cut short', () => {
    for (const length of [0, 11, 12, 20, 28, sealed.length - 1]) expect(() => unseal(sealed.subarray(0, length), passphrase)).toThrow();
  });
});

test('a new webhook secret is 32 random bytes in the form the specification names', () => {
  const secrets = Array.from({ length: 50 }, newWebhookSecret);
  for (const secret of secrets) {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
  }
  expect(new Set(secrets).size).toBe(50);
});
