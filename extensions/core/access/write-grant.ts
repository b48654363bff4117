import type { RowFor } from '@selvedge/directus/model/index.ts';
import type { CommandContext, SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import { checkAhead } from './check-ahead.ts';
import { refuseOverlap } from './find-overlap.ts';
import { tellGrant } from './tell-grant.ts';

type Grant = RowFor<'core_org_grant'>;
type OnGrant = CommandContext<SubjectRow<'core_org_grant'>>;
type Written = Promise<{ grantId: string }>;

/** What the constraints of 0020-access.sql mean to a person; races alone meet them, since commands look first. */
const MEANING: Readonly<Record<string, readonly [code: string, message: Bilingual]>> = {
  org_keeps_an_admin: [
    'LAST_ADMIN',
    {
      en: 'This is the last administrator without an end here; give somebody else that role first.',
      tr: 'Bu, buradaki süresiz son yönetici; önce başkasına bu rolü verin.',
    },
  ],
  one_grant_at_a_time: [
    'GRANT_OVERLAPS',
    {
      en: 'This person holds that role here already for a part of the time; change or end that grant.',
      tr: 'Kişi bu rolü burada o sürenin bir kısmında zaten taşıyor; o yetkiyi değiştirin ya da bitirin.',
    },
  ],
  grant_is_not_to_oneself: [
    'NOT_TO_ONESELF',
    { en: 'Nobody gives a role to themselves; ask another administrator.', tr: 'Kimse kendine rol veremez; başka bir yöneticiden isteyin.' },
  ],
};

const auditOf = ({ user, role, starts_at, expires_at, extra_keys, on_behalf_of }: Grant) => ({ user, role, starts_at, expires_at, extra_keys, on_behalf_of });

/** Writes a grant in a command, which tells the audit itself. @throws Refusal LAST_ADMIN, GRANT_OVERLAPS, NOT_TO_ONESELF */
async function write<T>(tx: Tx, statement: () => Promise<T>): Promise<T> {
  await tx.query(`select set_config('app.audited', 'on', true)`);
  try {
    return await statement();
  } catch (error) {
    const [code, message] = MEANING[(error as { constraint?: string }).constraint ?? ''] ?? [];
    throw code === undefined || message === undefined ? error : conflict(code, message);
  }
}

/** A role for a person, from now or later on, until a moment or without an end. */
export interface NewGrant {
  readonly user: string;
  readonly role: Grant['role'];
  readonly startsAt: Date | undefined;
  readonly until: Date | null;
  /** The input's name for `until`, which a refusal tells. */
  readonly untilField: string;
  readonly extraKeys: string[];
  readonly onBehalfOf: string | null;
  readonly reason: string;
}

/** @throws Refusal INVALID_INPUT, GRANT_OVERLAPS, NOT_TO_ONESELF */
export async function addGrant(context: CommandContext, wish: NewGrant): Written {
  const { tx, org, identity, now, changed } = context;
  const { user, role, until } = wish;
  if (wish.startsAt) checkAhead('startsAt', wish.startsAt, now);
  const from = wish.startsAt ?? now;
  checkAhead(wish.untilField, until, from);
  await refuseOverlap(tx, { user, org: org.id, role, from, until });
  const grant = await write(tx, () =>
    tx.insert('core_org_grant', {
      org: org.id,
      user,
      role,
      extra_keys: wish.extraKeys,
      // A lent role says from when on; any other that begins at once is as old as its row.
      starts_at: wish.startsAt ?? (wish.onBehalfOf === null ? null : from),
      expires_at: until,
      on_behalf_of: wish.onBehalfOf,
      granted_by: identity.userId,
      reason: wish.reason,
    }),
  );
  await tellGrant(context, org, grant);
  changed('core_org_grant', grant.id, { after: auditOf(grant) });
  return { grantId: grant.id };
}

async function alter(context: OnGrant, statement: () => Promise<Grant>): Written {
  const { tx, org, subject, changed } = context;
  const after = await write(tx, statement);
  await tellGrant(context, org, after);
  changed('core_org_grant', subject.id, { before: auditOf(subject), after: auditOf(after) });
  return { grantId: subject.id };
}

/** @throws Refusal LAST_ADMIN, GRANT_OVERLAPS, NOT_TO_ONESELF */
export const alterGrant = (context: OnGrant, { until, extraKeys }: { readonly until: Date | null; readonly extraKeys: string[] }): Written =>
  alter(context, () => context.tx.update('core_org_grant', context.subject.id, { expires_at: until, extra_keys: extraKeys }));

/** Ends a grant by the database's clock, which judges it from the next request on. @throws Refusal LAST_ADMIN */
export const endNow = (context: OnGrant): Written =>
  alter(context, () => context.tx.one<Grant & Row>('update core_org_grant set expires_at = now() where id = $1 returning *', [context.subject.id]));
