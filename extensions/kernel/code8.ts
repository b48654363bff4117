import { randomInt } from 'node:crypto';

/** 31 letters and digits; 0 O 1 I L are left out because people read codes aloud. */
export const CODE8_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE8_PATTERN = /^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/;

/**
 * Eight characters from a CSPRNG: 31^8 ≈ 8.5 × 10^11 codes, so a code cannot be guessed from another.
 * @source J6, J7, J8
 */
export function code8(): string {
  let code = '';
  for (let i = 0; i < 8; i += 1) code += CODE8_ALPHABET.charAt(randomInt(CODE8_ALPHABET.length));
  return code;
}

const ATTEMPTS = 5;

/**
 * A code that `isTaken` does not know, e.g. `MODDL` + CODE8.
 * @throws Error after five collisions in a row, which means the generator is broken
 */
export async function freshCode(prefix: string, isTaken: (code: string) => Promise<boolean>): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const code = prefix + code8();
    if (!(await isTaken(code))) return code;
  }
  throw new Error(`${ATTEMPTS} codes in a row with prefix ${prefix} were taken; the random source is not random.`);
}
