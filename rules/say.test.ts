import { z } from 'zod';
import { amount, count, dayOrNothing, instantOrNothing, oneOf, quantity, sayingOf, word, wordList } from './fact-kinds.ts';
import { say } from './say.ts';

const NONE = { en: 'none', tr: 'yok' };
const LABEL = { en: 'Fact', tr: 'Veri' };
const COLOUR = { red: { en: 'red', tr: 'kırmızı' }, blue: { en: 'blue', tr: 'mavi' } };
const inBoth = (schema: z.ZodType, value: unknown) => [say(value, sayingOf(schema), 'en'), say(value, sayingOf(schema), 'tr')];

describe('a fact is said', () => {
  test.each<[string, z.ZodType, unknown, [string, string]]>([
    ['an amount as its column writes it', amount(LABEL), '12000.0000', ['12,000.00', '12.000,00']],
    ['an amount beyond what a float holds', amount(LABEL), '9007199254740992.01', ['9,007,199,254,740,992.01', '9.007.199.254.740.992,01']],
    ['a negative amount', amount(LABEL), '-5.5', ['-5.50', '-5,50']],
    ['a part of a cent, which rounding would hide', amount(LABEL), '0.001', ['0.001', '0,001']],
    ['no amount', amount(LABEL, { nothing: NONE }).nullable(), null, ['none', 'yok']],
    ['a quantity', quantity(LABEL), '1250.500', ['1,250.5', '1.250,5']],
    ['a count', count(LABEL), 12_000, ['12,000', '12.000']],
    ['a day', dayOrNothing(LABEL, NONE), '2026-03-02', ['2 Mar 2026', '2 Mar 2026']],
    ['a day with a Turkish month', dayOrNothing(LABEL, NONE), '2026-08-30', ['30 Aug 2026', '30 Ağu 2026']],
    ['no day', dayOrNothing(LABEL, NONE), null, ['none', 'yok']],
    ['a day that is none, as it is', dayOrNothing(LABEL, NONE), 'soon', ['soon', 'soon']],
    ['a status', oneOf(LABEL, COLOUR), 'red', ['red', 'kırmızı']],
    ['a status under a description and a null', oneOf(LABEL, COLOUR).describe('x').nullable(), 'blue', ['blue', 'mavi']],
    ['no status, where nothing says what that means', oneOf(LABEL, COLOUR).nullable(), null, ['unknown', 'bilinmiyor']],
    ['a word that has no saying, as it is', word(LABEL, COLOUR), 'green', ['green', 'green']],
    ['an empty word', word(LABEL, COLOUR, NONE), '', ['none', 'yok']],
    ['a list of words', wordList(LABEL, COLOUR), ['red', 'blue', 'green'], ['red, blue, green', 'kırmızı, mavi, green']],
    ['an empty list', wordList(LABEL, COLOUR), [], ['–', '–']],
    ['a yes', z.boolean(), true, ['yes', 'evet']],
    ['text, which is a date only where its fact is one', z.string(), '2026-03-02', ['2026-03-02', '2026-03-02']],
  ])('%s', (_, schema, value, words) => {
    expect(inBoth(schema, value)).toEqual(words);
  });

  test('an instant, with the zone it is said in', () => {
    const [en, tr] = inBoth(instantOrNothing(LABEL, NONE), '2026-02-09T13:05:00.000Z');
    expect(en).toMatch(/^9 Feb 2026.* 13:05 UTC$/);
    expect(tr).toMatch(/^9 Şub 2026.* 13:05 UTC$/);
  });
});
