import { compareDigests } from './compare.ts';

const at = (entityId: string, digest: string, sequence = 1) => ({ entityId, org: 'MOD', digest, sequence });

describe('a mirror', () => {
  test('that holds what its owner has differs nowhere', () => {
    const both = [at('a', '1'), at('b', '2')];
    expect(compareDigests(both, both)).toEqual({ compared: 2, differences: [], inFlight: [] });
  });

  test('names what differs, what is missing and what is too much', () => {
    const gone = { entityId: 'b', org: null, digest: null, sequence: 1 };
    const { compared, differences } = compareDigests([at('a', '1'), at('b', '2')], [at('a', 'x'), gone, at('c', '3')]);
    expect(compared).toBe(3);
    expect(differences.map(({ entityId, kind }) => [entityId, kind])).toEqual([
      ['a', 'differs'],
      ['b', 'missing'],
      ['c', 'surplus'],
    ]);
  });

  test('whose next event is on its way is not called different', () => {
    const { differences, inFlight } = compareDigests([at('a', '2', 2), at('b', '1')], [at('a', '1')]);
    expect(differences).toEqual([]);
    expect(inFlight).toEqual(['a', 'b']);
  });

  test('that was filled without an event is compared all the same', () => {
    expect(compareDigests([at('a', '1', 0)], [at('a', '2', 0)]).differences).toHaveLength(1);
  });
});
