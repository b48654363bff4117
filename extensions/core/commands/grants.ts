import { z } from 'zod';
import { commandIn, commandOn, type SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { checkAhead } from '../access/check-ahead.ts';
import { checkKeys } from '../access/check-keys.ts';
import { refuseOverlap } from '../access/find-overlap.ts';
import { findPerson } from '../access/find-person.ts';
import { addGrant, alterGrant, endNow } from '../access/write-grant.ts';
import { email, id, key, moment, reason, role } from '../input.ts';

const end = moment.nullable();
const extraKeys = z.array(key).max(20);

/** @throws Refusal NOT_TO_ONESELF */
export const refuseOneself = (actor: string, user: string): void => {
  if (actor === user)
    throw conflict('NOT_TO_ONESELF', {
      en: 'Nobody changes their own roles; ask another administrator.',
      tr: 'Kimse kendi rollerini değiştiremez; başka bir yöneticiden isteyin.',
    });
};

/** @throws Refusal GRANT_ENDED */
export function refuseEnded(grant: SubjectRow<'core_org_grant'>, now: Date): void {
  if (grant.expires_at !== null && grant.expires_at <= now)
    throw conflict(
      'GRANT_ENDED',
      {
        en: `This grant ended at ${grant.expires_at.toISOString()}; give the role again.`,
        tr: `Bu yetki ${grant.expires_at.toISOString()} anında bitti; rolü yeniden verin.`,
      },
      { expiresAt: grant.expires_at.toISOString() },
    );
}

/** A person gets a role in an org, until a moment or without an end (ADM-2, ADM-5). */
export const giveGrant = commandIn({
  name: 'grant.give',
  system: 'core',
  title: { en: 'Give a role', tr: 'Rol ver' },
  permission: 'access:manage',
  input: z
    .strictObject({
      org: id,
      user: id.optional(),
      email: email.optional(),
      role,
      startsAt: moment.optional(),
      expiresAt: end.default(null),
      extraKeys: extraKeys.default([]),
      reason,
    })
    .refine(({ user, email: address }) => user !== undefined || address !== undefined, {
      path: ['user'],
      error: () => inWords({ en: 'say whom: user or email', tr: 'kime olduğunu yazın: user ya da email' }),
    }),
  org: (body) => body.org,
  reason: (body) => body.reason,
  run: async (context, body) => {
    const user = await findPerson(context.tx, context.org.id, body.user, body.email);
    refuseOneself(context.identity.userId, user);
    checkKeys(body.extraKeys, body.role);
    return addGrant(context, {
      user,
      role: body.role,
      startsAt: body.startsAt,
      until: body.expiresAt,
      untilField: 'expiresAt',
      extraKeys: body.extraKeys,
      onBehalfOf: null,
      reason: body.reason,
    });
  },
});

/** A running grant gets another end or other extra keys; the person and the role stay (ADM-5). */
export const changeGrant = commandOn({
  name: 'grant.change',
  system: 'core',
  title: { en: 'Change a role’s end or keys', tr: 'Rolün bitişini ya da anahtarlarını değiştir' },
  permission: 'access:manage',
  input: z.strictObject({ grant: id, expiresAt: end, extraKeys, reason }),
  subject: { table: 'core_org_grant', id: (body) => body.grant },
  reason: (body) => body.reason,
  run: async (context, body) => {
    const { tx, subject, org, identity, now } = context;
    refuseOneself(identity.userId, subject.user);
    refuseEnded(subject, now);
    if (subject.on_behalf_of !== null)
      throw conflict('GRANT_IS_LENT', {
        en: 'A lent role is ended and lent anew, not changed.',
        tr: 'Devredilen rol değiştirilmez; bitirilip yeniden devredilir.',
      });
    checkKeys(body.extraKeys, subject.role);
    checkAhead('expiresAt', body.expiresAt, subject.starts_at !== null && subject.starts_at > now ? subject.starts_at : now);
    await refuseOverlap(tx, {
      user: subject.user,
      org: org.id,
      role: subject.role,
      from: subject.starts_at ?? subject.created_at,
      until: body.expiresAt,
      except: subject.id,
    });
    return alterGrant(context, { until: body.expiresAt, extraKeys: body.extraKeys });
  },
});

/** Ends a grant now, a lent one too. It stays as history. */
export const endGrant = commandOn({
  name: 'grant.end',
  system: 'core',
  title: { en: 'End a role', tr: 'Rolü bitir' },
  permission: 'access:manage',
  input: z.strictObject({ grant: id, reason }),
  subject: { table: 'core_org_grant', id: (body) => body.grant },
  reason: (body) => body.reason,
  run: async (context) => {
    refuseEnded(context.subject, context.now);
    return endNow(context);
  },
});
