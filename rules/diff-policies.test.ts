import { conditionInWords } from './condition-in-words.ts';
import { diffPolicies } from './diff-policies.ts';
import { factsOf } from './fact-kinds.ts';
import { gateNames, gates } from './index.ts';
import type { Policy } from './policy.ts';

const { policy, factsSchema } = gates['shipment-approval'];
const facts = factsOf(factsSchema);
const changed = (code: string, change: object): Policy => ({
  ...policy,
  requirements: policy.requirements.map((one) => (one.code === code ? { ...one, ...change } : one)),
});

describe('what changed between two versions', () => {
  test('is nothing between a policy and itself, whatever its version and order', () => {
    expect(diffPolicies(policy, { ...policy, version: 9, requirements: policy.requirements.toReversed() }, facts)).toEqual({ fields: [], requirements: [] });
  });

  test('is told by requirement and field, before and after, in both languages', () => {
    const after = changed('OVERDUE_CLEAR', { condition: { fact: 'overdueAmount', operator: 'decimalAtMost', value: '100' }, overridable: false });
    expect(diffPolicies(policy, after, facts).requirements).toEqual([
      {
        code: 'OVERDUE_CLEAR',
        change: 'changed',
        sentence: expect.anything(),
        fields: [
          {
            field: 'condition',
            label: { en: 'Condition', tr: 'Koşul' },
            before: { en: 'Overdue is exactly 0.00 or Payment confirmed is yes', tr: 'Vadesi geçmiş tam olarak: 0,00 ya da Ödeme onaylı şudur: evet' },
            after: { en: 'Overdue is at most 100.00', tr: 'Vadesi geçmiş en çok: 100,00' },
          },
          { field: 'overridable', label: expect.anything(), before: { en: 'yes', tr: 'evet' }, after: { en: 'no', tr: 'hayır' } },
        ],
      },
    ]);
  });

  test('names what was added and what was removed', () => {
    const [first, ...rest] = policy.requirements;
    const after = { ...policy, requirements: [...rest, { ...first!, code: 'MORE' }] };
    expect(diffPolicies(policy, after, facts).requirements.map(({ code, change }) => [code, change])).toEqual([
      ['MORE', 'added'],
      ['CREDIT_BLOCK_CLEARED', 'removed'],
    ]);
  });

  test('is told of the policy itself as well', () => {
    const after = { ...policy, title: { en: 'Let go', tr: 'Bırak' }, overrideKey: null };
    expect(diffPolicies(policy, after, facts).fields).toEqual([
      { field: 'title', label: expect.anything(), before: policy.title, after: after.title },
      { field: 'overrideKey', label: expect.anything(), before: { en: 'approvals:shipment', tr: 'approvals:shipment' }, after: { en: 'none', tr: 'yok' } },
    ]);
  });

  test.each([
    ['lift', { lift: { roles: [], key: null } }],
    ['command', { command: null }],
    ['locked', { locked: true }],
    ['seen', { seen: { en: 'x', tr: 'y' } }],
    ['needed', { needed: { en: 'x', tr: 'y' } }],
    ['next', { next: { en: 'x', tr: 'y' } }],
    ['sentence', { sentence: { en: 'x', tr: 'y' } }],
  ])('sees a change of %s', (field, change) => {
    expect(diffPolicies(policy, changed('CREDIT_BLOCK_CLEARED', change), facts).requirements.map((one) => one.fields.map((two) => two.field))).toEqual([
      [field],
    ]);
  });
});

describe('a condition in words', () => {
  test.each(gateNames)('%s: every one is said in both languages, with the labels of its facts', (name) => {
    const known = factsOf(gates[name].factsSchema);
    for (const { condition } of gates[name].policy.requirements) {
      const words = conditionInWords(condition, known);
      const named = known.filter((fact) => JSON.stringify(condition).includes(`"${fact.name}"`));
      expect(named.length).toBeGreaterThan(0);
      for (const { label, name: fact } of named) {
        expect(words.en).toContain(label.en);
        expect(words.tr).toContain(label.tr);
        expect(words.en).not.toMatch(new RegExp(`\\b${fact}\\b(?<!${label.en})`));
      }
    }
  });

  test('keeps groups apart and says lists, ages and nothing', () => {
    const say = (condition: Parameters<typeof conditionInWords>[0], gate: 'line-pricing' | 'closure') =>
      conditionInWords(condition, factsOf(gates[gate].factsSchema));
    const age = { fact: 'priceConfirmedAt', operator: 'ageInDaysAtMost', value: { fact: 'priceStaleDays' } };
    expect(say({ all: [age, { any: [{ fact: 'request', operator: 'in', value: ['none', 'approved'] }] }] }, 'line-pricing')).toEqual({
      en: 'List price confirmed at is at most this many days old: List prices hold for (days) and (Price request is one of none, approved)',
      tr: 'Liste fiyatının teyidi en çok şu kadar günlük: Liste fiyatının geçerliliği (gün) ve (Fiyat talebi şunlardan biridir: yok, onaylandı)',
    });
    expect(say({ fact: 'deliveredAt', operator: 'notEqual', value: null }, 'closure')).toEqual({
      en: 'Delivered at is there',
      tr: 'Teslim zamanı var',
    });
  });
});
