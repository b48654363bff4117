import { changedFields } from './changed-fields.ts';

test('names what changed, came and went, and leaves out what stayed', () => {
  expect(changedFields({ status: 'draft', code: 'A', note: 'x' }, { status: 'won', code: 'A', lines: [1] })).toEqual([
    { name: 'status', before: 'draft', after: 'won' },
    { name: 'note', before: 'x', after: undefined },
    { name: 'lines', before: undefined, after: [1] },
  ]);
});

test('takes a side that was not noted as empty', () => {
  expect(changedFields(null, { a: 1 })).toEqual([{ name: 'a', before: undefined, after: 1 }]);
  expect(changedFields(null, null)).toEqual([]);
});
