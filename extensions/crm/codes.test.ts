import fc from 'fast-check';
import { freshDealCode, freshProformaCode, freshPurchaseOrderCode, inOrg } from './codes.ts';

type Make = (isTaken: (code: string) => Promise<boolean>) => Promise<string>;

const CODE8 = '[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}';
const orgs = fc.stringMatching(/^[A-Z]{3}$/);
const days = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const free = () => Promise.resolve(false);

/** Each kind with its shape, and a day that only proformas ask for. */
const KINDS: readonly (readonly [kind: string, make: (today: string) => Make, shape: (today: string) => string])[] = [
  ['a deal [J6 J7]', () => freshDealCode, () => 'DL'],
  ['a purchase order [J6]', () => freshPurchaseOrderCode, () => 'PO'],
  ['a proforma [J6 J8]', (today) => (isTaken) => freshProformaCode(today, isTaken), (today) => `${today.slice(0, 4)}PI`],
];

describe.each(KINDS)('the code of %s', (_, make, shape) => {
  test('is the org’s code, its mark and CODE8, whatever the org and the day', () =>
    fc.assert(
      fc.asyncProperty(orgs, days, async (org, today) => {
        expect(inOrg(org, await make(today)(free))).toMatch(new RegExp(`^${org}${shape(today)}${CODE8}$`));
      }),
    ));

  test('does not follow from the one before: neither first to last nor in any place', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 400; i += 1) codes.push((await make('2026-11-30')(free)).slice(-8));
    expect(new Set(codes).size).toBe(codes.length);
    const rising = codes.filter((code, i) => i > 0 && code > (codes[i - 1] as string)).length;
    // 200 of 399 expected; more than six standard deviations either way would be an order.
    expect(Math.abs(rising - 199.5)).toBeLessThan(40);
    for (let place = 0; place < 8; place += 1) expect(new Set(codes.map((code) => code.charAt(place))).size).toBeGreaterThan(25);
  });

  test('is another one when it is taken, asked for anew each time', () =>
    fc.assert(
      fc.asyncProperty(days, fc.integer({ min: 0, max: 4 }), async (today, collisions) => {
        const asked: string[] = [];
        const code = await make(today)(async (candidate) => asked.push(candidate) <= collisions);
        expect(asked).toHaveLength(collisions + 1);
        expect(new Set(asked).size).toBe(asked.length);
        expect(code).toBe(asked.at(-1));
      }),
    ));
});
