import { z } from 'zod';
import { commandIn, commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { hasNoPassword, welcomePerson } from '../access/welcome-person.ts';
import { addGrant } from '../access/write-grant.ts';
import { email, id, moment, reason, role } from '../input.ts';
import { refuseEnded, refuseOneself } from './grants.ts';

const name = z.string().trim().min(1).max(50);

/**
 * A person comes to an org: they are made here, unless they are known, and get a role by the same rules as by
 * `grant.give`. Whoever has no password yet is mailed a link to choose one, once this is committed (J99). The
 * answer is the same for known and unknown people.
 * @source docs/decisions/0086-people-are-invited.md
 */
export const invitePerson = commandIn({
  name: 'person.invite',
  system: 'core',
  title: { en: 'Invite a person', tr: 'Kişi davet et' },
  permission: 'access:manage',
  input: z.strictObject({
    org: id,
    email,
    firstName: name,
    lastName: name,
    language: z.enum(['tr-TR', 'en-US']),
    role,
    expiresAt: moment.nullable().default(null),
    reason,
  }),
  org: (body) => body.org,
  reason: (body) => body.reason,
  run: async (context, body) => {
    const user = await welcomePerson(context.tx, body);
    refuseOneself(context.identity.userId, user);
    return addGrant(context, {
      user,
      role: body.role,
      startsAt: undefined,
      until: body.expiresAt,
      untilField: 'expiresAt',
      extraKeys: [],
      onBehalfOf: null,
      reason: body.reason,
    });
  },
});

/** The link to a first password once more, for somebody of the org who never chose one. */
export const inviteAgain = commandOn({
  name: 'person.invite-again',
  system: 'core',
  title: { en: 'Mail the link to a first password again', tr: 'İlk parola bağlantısını yeniden gönder' },
  permission: 'access:manage',
  input: z.strictObject({ grant: id }),
  subject: { table: 'core_org_grant', id: (body) => body.grant },
  run: async ({ tx, subject, now, changed }) => {
    refuseEnded(subject, now);
    const waiting = await tx.maybe(`select u.id from directus_users u where u.id = $1 and u.status = 'active' and ${hasNoPassword('u')}`, [subject.user]);
    if (!waiting)
      throw conflict('HAS_SIGNED_IN', {
        en: 'This person has a way to sign in already; whoever forgot the password asks for a new one on the sign-in page.',
        tr: 'Bu kişi zaten oturum açabiliyor; parolasını unutan, oturum açma sayfasından yenisini ister.',
      });
    changed('core_org_grant', subject.id, {});
    return { grantId: subject.id };
  },
});
