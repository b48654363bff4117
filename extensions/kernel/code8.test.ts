import { CODE8_ALPHABET, CODE8_PATTERN, code8, freshCode } from './code8.ts';

describe('CODE8', () => {
  test('has 31 letters and digits, none that sounds or looks like another', () => {
    expect(new Set(CODE8_ALPHABET).size).toBe(31);
    expect(CODE8_ALPHABET).toHaveLength(31);
    for (const confusing of '0O1IL') expect(CODE8_ALPHABET).not.toContain(confusing);
  });

  test('[J6] uses every character at every place, about equally often', () => {
    const codes = Array.from({ length: 6_200 }, code8);
    for (const code of codes) expect(code).toMatch(CODE8_PATTERN);
    for (let place = 0; place < 8; place += 1) {
      const counts = new Map<string, number>();
      for (const code of codes) counts.set(code.charAt(place), (counts.get(code.charAt(place)) ?? 0) + 1);
      expect(counts.size).toBe(31);
      // 200 expected each; six standard deviations either way.
      for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(85);
    }
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('takes another code when one is taken', async () => {
    const asked: string[] = [];
    const code = await freshCode('MODDL', async (candidate) => asked.push(candidate) <= 2);
    expect(asked).toHaveLength(3);
    expect(new Set(asked).size).toBe(3);
    expect(code).toBe(asked[2]);
    expect(code).toMatch(/^MODDL[2-9A-HJKMNP-Z]{8}$/);
  });

  test('gives up after five collisions and says what that means', async () => {
    let asked = 0;
    const taken = async () => {
      asked += 1;
      return true;
    };
    await expect(freshCode('MODPO', taken)).rejects.toThrow(/5 codes in a row with prefix MODPO were taken/);
    expect(asked).toBe(5);
  });
});
