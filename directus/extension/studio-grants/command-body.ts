import type { RowFor } from '../../model/index.ts';
import { invalidInput, type InputProblem } from '@selvedge/kernel/errors.ts';
import type { Identity } from '@selvedge/kernel/identity/identity.ts';
import type { Fields, Write } from './asked.ts';

type Grant = Pick<RowFor<'core_org_grant'>, 'expires_at' | 'extra_keys'>;

/** What is read before a write can be told as a command. */
export interface Known {
  readonly who: Pick<Identity, 'name' | 'language'>;
  /** The grant as it stands, where one is changed. */
  readonly grant?: Grant;
  /** The address of whom a role is given to, known to those who see every person. */
  readonly email?: string | undefined;
}

/** Names of the commands' fields by those of the collection. */
const GIVEN: Readonly<Record<string, string>> = {
  user: 'user',
  org: 'org',
  role: 'role',
  extra_keys: 'extraKeys',
  starts_at: 'startsAt',
  expires_at: 'expiresAt',
  reason: 'reason',
};
const CHANGED = ['expires_at', 'extra_keys', 'reason'];

/** The collection's name of a command's field, for a refusal that names one. */
export const columnOf = (path: string): string => Object.entries(GIVEN).find(([, field]) => field === path)?.[0] ?? path;

const problem = (path: string, message: string, messageTr: string): InputProblem => ({ path, message, messageTr });

const fixed = (path: string): InputProblem =>
  path in GIVEN
    ? problem(path, 'never changes; end this role and give another.', 'değişmez; bu rolü bitirip başkasını verin.')
    : problem(path, 'is filled in by the system; leave it empty.', 'sistem doldurur; boş bırakın.');

/** Directus names a related row by its id, or by an object that holds it alone. */
const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'id' ? (value as { id: unknown }).id : value;

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** The Studio has no field for a reason where it deletes, and may leave it empty where it changes. */
const saidInStudio = ({ name, language }: Known['who'], done: { en: string; tr: string }): string =>
  language === 'tr' ? `Studio’da ${name.slice(0, 200)} ${done.tr}.` : `${done.en} in the Studio by ${name.slice(0, 200)}.`;

function giving(fields: Fields, email: string | undefined): object {
  const strangers = Object.keys(fields).filter((name) => !(name in GIVEN) && !isEmpty(fields[name]));
  if (strangers.length > 0) throw invalidInput(strangers.map(fixed));
  const body = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (isEmpty(value) || !(name in GIVEN) ? [] : [[GIVEN[name] as string, idOf(value)]])),
  );
  return email === undefined ? body : { ...body, email };
}

function changing(id: string, fields: Fields, grant: Grant | undefined, who: Known['who']): object {
  const strangers = Object.keys(fields).filter((name) => !CHANGED.includes(name));
  if (strangers.length > 0) throw invalidInput(strangers.map(fixed));
  if (!('expires_at' in fields) && !('extra_keys' in fields))
    throw invalidInput([
      problem(
        'reason',
        'alone changes nothing; change the end or the extra keys with it.',
        'tek başına bir şey değiştirmez; bitişi ya da ek anahtarları değiştirin.',
      ),
    ]);
  const { expires_at: end = grant?.expires_at?.toISOString(), extra_keys: keys = grant?.extra_keys, reason } = fields;
  return {
    grant: id,
    expiresAt: isEmpty(end) ? null : end,
    extraKeys: keys ?? [],
    reason: isEmpty(reason) ? saidInStudio(who, { en: 'Changed', tr: 'değiştirdi' }) : reason,
  };
}

/**
 * The body of the command that does what the items API was asked for.
 * @throws Refusal INVALID_INPUT for fields that no command takes
 */
export function commandBody(write: Write, { who, grant, email }: Known): object {
  if (write.kind === 'give') return giving(write.fields, email);
  if (write.kind === 'change') return changing(write.id, write.fields, grant, who);
  return { grant: write.id, reason: saidInStudio(who, { en: 'Ended', tr: 'bitirdi' }) };
}

/** Whom a role is to be given to, where that is named by a readable id. */
export const userIn = (write: Write): string | undefined => {
  const user = write.kind === 'give' ? idOf(write.fields['user']) : undefined;
  return typeof user === 'string' ? user : undefined;
};
