import { commandBody, type Known } from './command-body.ts';

const who = { name: 'Deniz Aksoy', language: 'en' } as const;
const grant = { expires_at: new Date('2031-01-01T00:00:00Z'), extra_keys: ['scope:all_orgs'] };
const known: Known = { who, grant };
const refused = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
};

test('giving takes what the form holds, people by address where that is known, and nothing that is empty', () => {
  const fields = { user: { id: 'u' }, org: 'o', role: 'sales', expires_at: null, starts_at: null, extra_keys: [], reason: 'Fair', on_behalf_of: null };
  expect(commandBody({ kind: 'give', fields }, { who, email: 'a@example.com' })).toEqual({
    user: 'u',
    org: 'o',
    role: 'sales',
    extraKeys: [],
    reason: 'Fair',
    email: 'a@example.com',
  });
});

test('a change keeps what it does not name', () => {
  const change = (fields: object, of: Known = known) => commandBody({ kind: 'change', id: 'g', fields: { ...fields } }, of);
  expect(change({ extra_keys: null })).toEqual({
    grant: 'g',
    expiresAt: '2031-01-01T00:00:00.000Z',
    extraKeys: [],
    reason: 'Changed in the Studio by Deniz Aksoy.',
  });
  expect(change({ expires_at: null, reason: 'Stays' })).toEqual({ grant: 'g', expiresAt: null, extraKeys: ['scope:all_orgs'], reason: 'Stays' });
});

test('an end says where and by whom, in the language of whoever ends it', () => {
  const end = (language: 'en' | 'tr') => commandBody({ kind: 'end', id: 'g' }, { who: { ...who, language } });
  expect(end('en')).toEqual({ grant: 'g', reason: 'Ended in the Studio by Deniz Aksoy.' });
  expect(end('tr')).toEqual({ grant: 'g', reason: 'Studio’da Deniz Aksoy bitirdi.' });
});

test('what no command takes is refused by its name', () => {
  expect(refused(() => commandBody({ kind: 'give', fields: { id: 'x', on_behalf_of: 'y' } }, known))).toBe(
    'id: is filled in by the system; leave it empty. on_behalf_of: is filled in by the system; leave it empty.',
  );
  expect(refused(() => commandBody({ kind: 'change', id: 'g', fields: { user: 'x' } }, known))).toBe('user: never changes; end this role and give another.');
  expect(refused(() => commandBody({ kind: 'change', id: 'g', fields: { reason: 'x' } }, known))).toMatch(/^reason: alone changes nothing/);
});
