import { randomUUID } from 'node:crypto';
import { askedFor, writesIn } from './asked.ts';

const [one, other] = [randomUUID(), randomUUID()];
const refusal = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as { details: { problems: { path: string }[] } }).details.problems.map(({ path }) => path);
  }
};

describe('a write of grants', () => {
  test('is known by its address and method', () => {
    expect(askedFor('POST', '/items/core_org_grant')).toEqual({ kind: 'give', id: undefined });
    expect(askedFor('PATCH', `/items/core_org_grant/${one}?fields=*`)).toEqual({ kind: 'change', id: one });
    expect(askedFor('DELETE', `/items/core_org_grant/${one.toUpperCase()}/`)).toEqual({ kind: 'end', id: one });
  });

  test.each([
    ['GET', '/items/core_org_grant'],
    ['SEARCH', '/items/core_org_grant'],
    ['POST', `/items/core_org_grant/${one}`],
    ['POST', '/items/core_org_grant/import'],
    ['PATCH', '/items/core_org_grant/1'],
    ['PATCH', '/items/core_org_grants'],
    ['DELETE', '/items/core_org'],
    ['POST', '/graphql'],
    ['POST', '/utils/import/core_org_grant'],
    [undefined, undefined],
  ])('%s %s is left to Directus', (method, url) => expect(askedFor(method, url)).toBeUndefined());

  test('is one or several, by address, by keys or by rows', () => {
    const fields = { role: 'sales' };
    expect(writesIn({ kind: 'give', id: undefined }, fields)).toEqual([{ kind: 'give', fields }]);
    expect(writesIn({ kind: 'give', id: undefined }, [fields, fields])).toHaveLength(2);
    expect(writesIn({ kind: 'change', id: one }, fields)).toEqual([{ kind: 'change', id: one, fields }]);
    expect(writesIn({ kind: 'change', id: undefined }, { keys: [one, other], data: fields })).toEqual([
      { kind: 'change', id: one, fields },
      { kind: 'change', id: other, fields },
    ]);
    expect(writesIn({ kind: 'change', id: undefined }, [{ id: one, ...fields }])).toEqual([{ kind: 'change', id: one, fields }]);
    expect(writesIn({ kind: 'end', id: one }, undefined)).toEqual([{ kind: 'end', id: one }]);
    expect(writesIn({ kind: 'end', id: undefined }, [one])).toEqual([{ kind: 'end', id: one }]);
    expect(writesIn({ kind: 'end', id: undefined }, { keys: [one] })).toEqual([{ kind: 'end', id: one }]);
  });

  test('that names no grant, or by a filter, is refused by the name of the part', () => {
    const [change, end, give] = (['change', 'end', 'give'] as const).map((kind) => ({ kind, id: undefined }));
    expect(refusal(() => writesIn(change!, { query: { filter: {} }, data: {} }))).toEqual(['keys']);
    expect(refusal(() => writesIn(end!, { query: { filter: {} } }))).toEqual(['keys']);
    expect(refusal(() => writesIn(end!, null))).toEqual(['']);
    expect(refusal(() => writesIn(end!, [one, 7]))).toEqual(['keys.1']);
    expect(refusal(() => writesIn(change!, [{ role: 'sales' }]))).toEqual(['0.id']);
    expect(refusal(() => writesIn(change!, { keys: [one] }))).toEqual(['data']);
    expect(refusal(() => writesIn(give!, ['sales']))).toEqual(['0']);
  });
});

test('no more are taken at once than a command takes in bulk', () => {
  const rows = (count: number) => Array.from({ length: count }, () => ({ role: 'sales' }));
  expect(writesIn({ kind: 'give', id: undefined }, rows(200))).toHaveLength(200);
  expect(() => writesIn({ kind: 'give', id: undefined }, rows(201))).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
});
