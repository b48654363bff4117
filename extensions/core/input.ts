import { z } from 'zod';
import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';

export const id = z.uuid({ error: () => inWords({ en: 'must be the id of a record (a UUID)', tr: 'bir kaydın kimliği (UUID) olmalı' }) });
export const role = z.enum(ROLES);
export const reason = z
  .string()
  .trim()
  .min(3, { error: () => inWords({ en: 'say why in at least 3 characters', tr: 'nedenini en az 3 karakterle yazın' }) })
  .max(250);
/** A moment in time, read into UTC. */
export const moment = z.iso
  .datetime({
    offset: true,
    error: () => inWords({ en: 'must be a moment such as 2026-12-31T18:00:00+03:00', tr: '2026-12-31T18:00:00+03:00 gibi bir zaman olmalı' }),
  })
  .transform((text) => new Date(text));
export const key = z.string().trim().max(60);
export const email = z.email({ error: () => inWords({ en: 'must be an e-mail address', tr: 'bir e-posta adresi olmalı' }) }).max(255);
