import type { StuckEvent } from '@selvedge/kernel/delivery/unalerted.ts';
import { concerning } from './administrators.ts';
import { stuckEventsMail } from './stuck-events-mail.ts';

const event = (parts: Partial<StuckEvent>): StuckEvent => ({
  kind: 'dead',
  id: '5b0e4d5e-8b61-4c93-9a9f-0d5b7a3f1c11',
  source: 'crm',
  target: 'wms',
  type: 'deal.won',
  org_code: 'MOD',
  entity: 'deal',
  entity_id: 'd-1',
  why: 'ECONNREFUSED: no answer',
  ...parts,
});
const known = new Set(['MOD', 'JTR']);

describe('an alert of stuck events', () => {
  test('goes to the administrators of the org of the event, and to all where it has none', () => {
    const events = [
      event({ id: 'own' }),
      event({ id: 'foreign', org_code: 'JTR' }),
      event({ id: 'group', org_code: '*' }),
      event({ id: 'unknown', org_code: 'XYZ' }),
      event({ id: 'unreadable', org_code: null }),
    ];
    const ids = (orgs: string[]) => concerning({ email: 'a@b.test', orgs }, events, known).map((one) => one.id);
    expect(ids(['MOD'])).toEqual(['own', 'group', 'unknown', 'unreadable']);
    expect(ids(['JTR'])).toEqual(['foreign', 'group', 'unknown', 'unreadable']);
    expect(ids(['MOD', 'JTR'])).toEqual(['own', 'foreign', 'group', 'unknown', 'unreadable']);
  });

  test('lists each with its reason under what happened to it, in both languages', () => {
    const { subject, text } = stuckEventsMail([event({}), event({ kind: 'parked', id: 'p', type: 'deal.sung', why: 'unknown type deal.sung' })]);
    expect(subject).toBe('Müdahale bekleyen olay: 2 / Events that need you: 2');
    expect(text).toMatch(/Teslim edilemedi.+\n- deal\.won crm → wms, deal d-1, .+\n {2}ECONNREFUSED: no answer/);
    expect(text).toMatch(/parked:\n- deal\.sung .+\n {2}unknown type deal\.sung/);
    expect(stuckEventsMail([event({})]).text).not.toContain('parked:');
  });
});
