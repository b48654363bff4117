import { z } from 'zod';
import { commandIn, commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict, invalidInput, notFound } from '@selvedge/kernel/errors.ts';
import { addGrant, endNow } from '../access/write-grant.ts';
import { id, moment, reason, role } from '../input.ts';

/** Days a role may be lent at a time. */
export const MAX_LENT_DAYS = 31;
const DAY_MS = 86_400_000;

/** A manager lends a role he holds himself to a colleague, for a dated span; what is done with it carries his name too. */
export const delegateRole = commandIn({
  name: 'role.delegate',
  system: 'core',
  title: { en: 'Lend a role', tr: 'Rol devret' },
  permission: 'access:delegate',
  input: z.strictObject({ org: id, role, to: id, startsAt: moment.optional(), until: moment, reason }),
  org: (body) => body.org,
  reason: (body) => body.reason,
  run: async (context, body) => {
    const { tx, org, identity, now } = context;
    if (body.to === identity.userId)
      throw conflict('NOT_TO_ONESELF', { en: 'Lend the role to a colleague, not to yourself.', tr: 'Rolü kendinize değil, bir iş arkadaşınıza devredin.' });
    if (body.role === 'admin')
      throw conflict(
        'ROLE_NOT_LENDABLE',
        { en: 'The role admin is given by an administrator, never lent.', tr: 'Yönetici rolünü yalnız yönetici verir; devredilmez.' },
        { role: body.role },
      );
    const own = await tx.maybe(
      `select id from core_org_grant where "user" = $1 and org = $2 and role = $3 and on_behalf_of is null
         and coalesce(starts_at <= now(), true) and coalesce(expires_at > now(), true)`,
      [identity.userId, org.id, body.role],
    );
    if (!own)
      throw conflict(
        'ROLE_NOT_YOURS',
        {
          en: `You do not hold the role ${body.role} here yourself; only an own role can be lent.`,
          tr: `${body.role} rolünü burada kendiniz taşımıyorsunuz; yalnız kendi rolünüz devredilebilir.`,
        },
        { role: body.role },
      );
    const colleague = await tx.maybe(
      `select g.id from core_org_grant g join directus_users u on u.id = g."user" and u.status = 'active' where g."user" = $1 and g.org = $2
         and coalesce(g.starts_at <= now(), true) and coalesce(g.expires_at > now(), true) limit 1`,
      [body.to, org.id],
    );
    if (!colleague) throw notFound();
    const from = body.startsAt ?? now;
    if (body.until.getTime() - from.getTime() > MAX_LENT_DAYS * DAY_MS) {
      const latest = new Date(from.getTime() + MAX_LENT_DAYS * DAY_MS).toISOString();
      throw invalidInput([
        {
          path: 'until',
          message: `is more than ${MAX_LENT_DAYS} days after the start; choose ${latest} or earlier.`,
          messageTr: `başlangıçtan ${MAX_LENT_DAYS} günden fazla sonra; ${latest} ya da daha erkenini seçin.`,
        },
      ]);
    }
    return addGrant(context, {
      user: body.to,
      role: body.role,
      startsAt: body.startsAt,
      until: body.until,
      untilField: 'until',
      extraKeys: [],
      onBehalfOf: identity.userId,
      reason: body.reason,
    });
  },
});

/** The lender takes the role back. */
export const endDelegation = commandOn({
  name: 'delegation.end',
  system: 'core',
  title: { en: 'Take a lent role back', tr: 'Devredilen rolü geri al' },
  permission: 'access:delegate',
  input: z.strictObject({ grant: id, reason: reason.optional() }),
  subject: { table: 'core_org_grant', id: (body) => body.grant },
  reason: (body) => body.reason,
  run: async (context) => {
    const { subject, identity, now } = context;
    if (subject.on_behalf_of !== identity.userId) throw notFound();
    if (subject.expires_at !== null && subject.expires_at <= now)
      throw conflict('GRANT_ENDED', { en: 'This lending is over already.', tr: 'Bu devir zaten bitti.' });
    return endNow(context);
  },
});
