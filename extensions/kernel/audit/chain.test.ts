import { GENESIS, sealHash, type AuditRow } from './chain.ts';

const row: AuditRow = {
  id: 7,
  org: '8a3f4e6c-0000-4000-8000-000000000001',
  at: new Date('2026-03-01T09:00:00.000Z'),
  actor: 'a person',
  on_behalf_of: null,
  command: 'deal.win',
  subject_type: 'crm_deal',
  subject_id: '8a3f4e6c-0000-4000-8000-000000000002',
  reason: 'agreed',
  before: { status: 'submitted', lines: [{ qty: '10', uom: 'meter' }] },
  after: { status: 'won' },
  request_id: 'request-1',
};
const hash = (changed: Partial<AuditRow> = {}, previous = GENESIS) => sealHash(previous, { ...row, ...changed }).toString('hex');

describe('the audit chain', () => {
  test('hashes the same row to the same 32 bytes', () => {
    expect(hash()).toBe(hash());
    expect(sealHash(GENESIS, row)).toHaveLength(32);
  });

  const changes: readonly Partial<AuditRow>[] = [
    { id: 8 },
    { org: null },
    { at: new Date('2026-03-01T09:00:00.001Z') },
    { actor: 'another person' },
    { on_behalf_of: 'a person' },
    { command: 'deal.lose' },
    { subject_type: 'crm_order' },
    { subject_id: null },
    { reason: 'Agreed' },
    { reason: null },
    { before: { status: 'submitted', lines: [{ qty: '11', uom: 'meter' }] } },
    { before: null },
    { after: { status: 'won', extra: null } },
    { request_id: 'request-2' },
  ];

  test.each(changes)('changes with %p', (changed) => {
    expect(hash(changed)).not.toBe(hash());
  });

  test('the changes above touch every field, so that none can be left out of the hash', () => {
    expect(new Set(changes.flatMap((changed) => Object.keys(changed)))).toEqual(new Set(Object.keys(row)));
  });

  test('does not depend on the order in which PostgreSQL or Node gives the keys, at any depth', () => {
    const reordered = Object.fromEntries(Object.entries(row).reverse()) as unknown as AuditRow;
    expect(sealHash(GENESIS, reordered).toString('hex')).toBe(hash());
    expect(hash({ before: { lines: [{ uom: 'meter', qty: '10' }], status: 'submitted' } })).toBe(hash());
  });

  test('depends on the order of a list', () => {
    expect(hash({ before: [1, 2] })).not.toBe(hash({ before: [2, 1] }));
  });

  test('moving a value from one field to another is seen', () => {
    expect(hash({ reason: 'x', request_id: null })).not.toBe(hash({ reason: null, request_id: 'x' }));
    expect(hash({ before: row.after, after: row.before })).not.toBe(hash());
  });

  test('every later hash changes when an earlier row did', () => {
    const chain = (first: Partial<AuditRow>) => {
      const hashes = [sealHash(GENESIS, { ...row, ...first })];
      for (let id = 8; id < 12; id += 1) hashes.push(sealHash(hashes.at(-1)!, { ...row, id }));
      return hashes.map((one) => one.toString('hex'));
    };
    const [genuine, forged] = [chain({}), chain({ reason: 'forged' })];
    expect(genuine.filter((one, i) => one === forged[i])).toEqual([]);
    expect(new Set(genuine).size).toBe(genuine.length);
  });
});
