import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const keyFrom = (passphrase: string) => createHash('sha256').update(passphrase).digest();

/** Encrypts a secret for storage: 12 bytes nonce, 16 bytes tag, ciphertext. */
export function seal(plain: string, passphrase: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, keyFrom(passphrase), nonce);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws Error when the passphrase is another one or the bytes were changed */
export function unseal(sealed: Buffer, passphrase: string): string {
  const decipher = createDecipheriv(ALGORITHM, keyFrom(passphrase), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

/** A new webhook secret: 32 random bytes in the form Standard Webhooks names. */
export const newWebhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

/** At least 24 random bytes after the prefix, as Standard Webhooks asks. */
export const isWebhookSecret = (text: string): boolean =>
  /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(text) && Buffer.from(text.slice('whsec_'.length), 'base64').length >= 24;
