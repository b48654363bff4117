import { z } from 'zod';
import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import type { Direction } from '@selvedge/kernel/signature/secrets.ts';

/** Input fields that commands and views of the node itself share. */
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
export const brandColor = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: () => inWords({ en: 'must be a colour such as #3f4bb8', tr: '#3f4bb8 gibi bir renk olmalı' }) });
export const instant = z.iso.datetime({
  error: () => inWords({ en: 'must be a time in UTC such as 2026-02-01T08:30:00Z', tr: '2026-02-01T08:30:00Z gibi UTC bir zaman olmalı' }),
});
export const direction = z.enum(['crm>wms', 'wms>crm']);

/** @returns both ends of a direction as it is written: `crm>wms` */
export function endsOf(written: z.infer<typeof direction>): Direction {
  const [source = '', target = ''] = written.split('>');
  return { source, target };
}
