import { inChunks, insertSql, joined, updateSql } from './statements.ts';

const order = insertSql('wms_order', [{ id: 'o', org: 'm' }]);
const audit = insertSql('kernel.audit', [{ actor: 'p', before: { status: 'open' } }]);
const history = insertSql('wms_order_history', [{ order: 'o' }, { order: 'o' }]);

describe('inserts that follow each other', () => {
  test('travel as one statement, whose parameters count on', () => {
    expect(joined([order, audit, history])).toEqual([
      {
        sql:
          'with part_0 as (insert into "wms_order" ("id", "org") values ($1, $2)), ' +
          'part_1 as (insert into "kernel"."audit" ("actor", "before") values ($3, $4)) ' +
          'insert into "wms_order_history" ("order") values ($5), ($6)',
        params: ['o', 'm', 'p', '{"status":"open"}', 'o', 'o'],
      },
    ]);
  });

  test('stay apart where one could need what another wrote: the same table, or anything else in between', () => {
    const update = updateSql('wms_order', 'o', { status: 'closed' });
    const other = { sql: 'insert into wms_order select 1', params: [] };
    expect(joined([order, order])).toEqual([order, order]);
    expect(joined([order, update, audit])).toEqual([order, update, audit]);
    expect(joined([order, other, audit])).toEqual([order, other, audit]);
    expect(joined([order, audit, audit]).map(({ params }) => params.length)).toEqual([4, 2]);
    expect(joined([])).toEqual([]);
  });
});

test('rows go in chunks of powers of two, none lost and none twice', () => {
  const rows = Array.from({ length: 171 }, (_, i) => i);
  expect(inChunks(rows).map((chunk) => chunk.length)).toEqual([64, 64, 32, 8, 2, 1]);
  expect(inChunks(rows).flat()).toEqual(rows);
});
