import type { RowFor } from '@selvedge/directus/model/index.ts';
import { changesOf } from './changes-of.ts';

const profile = {
  name: 'Yıldız Dokuma',
  payment_mode: 'cash',
  terms_days: 0,
  poc_email: 'satin.alma@yildiz.example',
  billing_address: null,
  email_opt_out: false,
  onboarding: { sector: 'Toptan', products: 'Gömlek' },
} as unknown as RowFor<'crm_customer_profile'>;

test('names what differs, by field and by column, and nothing that is as it was [SAL-1]', () => {
  expect(changesOf(profile, { name: 'Yıldız Tekstil', termsDays: 0, pocEmail: 'satin.alma@yildiz.example' })).toEqual({
    fields: ['name'],
    before: { name: 'Yıldız Dokuma' },
    after: { name: 'Yıldız Tekstil' },
  });
});

test('an emptied text is none, and none stays none', () => {
  expect(changesOf(profile, { pocEmail: '', billingAddress: '' })).toEqual({
    fields: ['pocEmail'],
    before: { poc_email: 'satin.alma@yildiz.example' },
    after: { poc_email: null },
  });
});

test('the order of answers is no change, an emptied answer is one', () => {
  expect(changesOf(profile, { onboarding: { products: 'Gömlek', sector: 'Toptan' } }).fields).toEqual([]);
  expect(changesOf(profile, { onboarding: { products: ' ', sector: 'Toptan' } }).after).toEqual({ onboarding: { sector: 'Toptan' } });
});
