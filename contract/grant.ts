import { z } from 'zod';
import { example, id, instant, text } from './fields.ts';

/** Somebody as both sides know them: by id where they were told of before, else by e-mail. Never a password. */
const person = z.object({
  id,
  email: z.email().max(255),
  first_name: text(255).nullable(),
  last_name: text(255).nullable(),
  language: text(50).nullable(),
  /** How they sign in: `default` is by a password of that node, anything else an identity provider. */
  provider: text(128),
  external_id: text(255).nullable(),
});

/** A role that somebody holds in the envelope's org, as it stands now. */
export const grant = z.object({
  grant_id: id,
  person,
  role: text(30),
  given_at: instant,
  starts_at: instant.nullable(),
  expires_at: instant.nullable(),
  extra_keys: z.array(text(60)),
  lent_by: person.nullable(),
  given_by: person.nullable(),
  reason: text(250).nullable(),
});

export const grantExample: z.infer<typeof grant> = {
  grant_id: example.other,
  person: {
    id: example.order,
    email: 'hasan.isik@example.com',
    first_name: 'Hasan',
    last_name: 'Işık',
    language: 'tr-TR',
    provider: 'default',
    external_id: null,
  },
  role: 'warehouse',
  given_at: '2026-01-30T09:15:00.000Z',
  starts_at: null,
  expires_at: '2026-06-30T21:00:00.000Z',
  extra_keys: [],
  lent_by: null,
  given_by: null,
  reason: 'New in the warehouse',
};
