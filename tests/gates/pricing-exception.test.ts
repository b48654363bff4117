import { keysOfRole } from '@selvedge/directus/access/permission-keys.ts';
import { factsOf } from '@selvedge/rules/fact-kinds.ts';
import { gates } from '@selvedge/rules/index.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';

const { gate, factsSchema } = gates['line-pricing'];
const ordinary = readCases('line-pricing').find((one) => one.unmet.length === 0 && (one.facts as { request: string }).request === 'none');
const judge = (facts: object) => gate.evaluate({ ...ordinary!.facts, ...facts } as never, { type: 'crm_deal_line', id: 'l' });

/** What makes a price one that sales may not give unasked, and what the gate then says. */
const EXCEPTIONS = [
  ['below what sales may give', { unitPrice: '80.00' }, 'PRICE_AT_FLOOR'],
  ['in another currency than the list', { currency: 'EUR' }, 'CURRENCY_OF_LIST'],
  ['on a list price that nobody confirmed', { priceConfirmedAt: null }, 'PRICE_FRESH'],
] as const;

test.each(EXCEPTIONS)('[MGR-2 J26] a price %s passes approved, and neither unasked, waiting nor rejected', async (_what, facts, code) => {
  const requests = Object.keys(factsOf(factsSchema).find((fact) => fact.name === 'request')?.words ?? {});
  expect(requests.sort()).toEqual(['approved', 'none', 'pending', 'rejected']);
  for (const request of requests) expect([request, (await judge({ ...facts, request })).allowed]).toEqual([request, request === 'approved']);

  const { requirements } = await judge({ ...facts, request: 'pending' });
  expect(requirements.filter(({ met }) => !met).map((one) => one.code)).toEqual([code, 'REQUEST_DECIDED']);
});

test('[MGR-2] who can approve holds the key of it: managers and pricing, never who sells', async () => {
  const { requirements } = await judge({ unitPrice: '80.00', request: 'pending' });
  for (const { lift } of requirements.filter(({ met }) => !met)) {
    expect(lift.key).toBe('approvals:pricing');
    for (const role of lift.roles) expect(keysOfRole(role as never)).toContain(lift.key);
  }
  expect(keysOfRole('sales')).not.toContain('approvals:pricing');
});
