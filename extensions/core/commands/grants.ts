import { z } from 'zod';
import { commandIn, commandOn, type SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { checkAhead } from '../access/check-ahead.ts';
import { checkKeys } from '../access/check-keys.ts';
import { refuseOverlap } from '../access/find-overlap.ts';
import { findPerson } from '../access/find-person.ts';
import { endNow } from '../access/end-now.ts';
import { auditOf, writeGrant } from '../access/write-grant.ts';
import { email, id, key, moment, reason, role } from '../input.ts';

const end = moment.nullable();
const extraKeys = z.array(key).max(20);

const refuseOneself = (actor: string, user: string): void => {
  if (actor === user) throw conflict('NOT_TO_ONESELF', 'Nobody changes their own roles; ask another administrator.');
};

function refuseEnded(grant: SubjectRow<'core_org_grant'>, now: Date): void {
  if (grant.expires_at !== null && grant.expires_at <= now)
    throw conflict('GRANT_ENDED', `This grant ended at ${grant.expires_at.toISOString()}; give the role again.`, { expiresAt: grant.expires_at.toISOString() });
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
  run: async ({ tx, org, identity, now, changed }, body) => {
    const user = await findPerson(tx, org.id, body.user, body.email);
    refuseOneself(identity.userId, user);
    checkKeys(body.extraKeys, body.role);
    if (body.startsAt) checkAhead('startsAt', body.startsAt, now);
    const from = body.startsAt ?? now;
    checkAhead('expiresAt', body.expiresAt, from);
    await refuseOverlap(tx, { user, org: org.id, role: body.role, from, until: body.expiresAt });
    const grant = await writeGrant(tx, () =>
      tx.insert('core_org_grant', {
        org: org.id,
        user,
        role: body.role,
        extra_keys: body.extraKeys,
        starts_at: body.startsAt ?? null,
        expires_at: body.expiresAt,
        granted_by: identity.userId,
        reason: body.reason,
      }),
    );
    changed('core_org_grant', grant.id, { after: auditOf(grant) });
    return { grantId: grant.id };
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
  run: async ({ tx, subject, org, identity, now, changed }, body) => {
    refuseOneself(identity.userId, subject.user);
    refuseEnded(subject, now);
    if (subject.on_behalf_of !== null) throw conflict('GRANT_IS_LENT', 'A lent role is ended and lent anew, not changed.');
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
    const after = await writeGrant(tx, () => tx.update('core_org_grant', subject.id, { expires_at: body.expiresAt, extra_keys: body.extraKeys }));
    changed('core_org_grant', subject.id, { before: auditOf(subject), after: auditOf(after) });
    return { grantId: subject.id };
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
  run: async ({ tx, subject, now, changed }) => {
    refuseEnded(subject, now);
    const after = await endNow(tx, subject.id);
    changed('core_org_grant', subject.id, { before: auditOf(subject), after: auditOf(after) });
    return { grantId: subject.id };
  },
});
