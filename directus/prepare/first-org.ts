import { createRequire } from 'node:module';
import argon2 from 'argon2';
import type pg from 'pg';
import { ADMIN_ROLE_ID, stableId } from '../access/directus-permissions.ts';
import { DEMO_PASSWORD, type Config } from '../launch/config.ts';
import { StartRefused } from '../launch/start-refused.ts';

/** What an empty database begins with. */
export interface Founding {
  readonly orgCode: string;
  readonly orgName: string;
  readonly email: string;
  readonly password: string;
}

/** What sign-in asks of everybody's (access.ts). */
const PASSWORD_LENGTH = { least: 12, most: 128 };

async function hasOrg(owner: pg.Client): Promise<boolean> {
  const made = await owner.query<{ is: boolean }>(`select to_regclass('public.core_org') is not null as is`);
  if (made.rows[0]?.is !== true) return false;
  const { rows } = await owner.query<{ is: boolean }>('select exists (select 1 from core_org) as is');
  return rows[0]?.is === true;
}

/** Directus lets nobody log in whose address ends in a name that is not registered. */
function refuseUnknownDomain(email: string): void {
  const { tlds } = createRequire(import.meta.url)('@hapi/tlds') as { tlds: ReadonlySet<string> };
  const end = email.slice(email.lastIndexOf('.') + 1);
  if (!tlds.has(end))
    throw new StartRefused(
      `SELVEDGE_ADMIN_EMAIL is "${email}", and ".${end}" is no registered top-level domain, so Directus would refuse the log-in; give another address.`,
    );
}

function refuseWeakPassword(password: string): void {
  const { least, most } = PASSWORD_LENGTH;
  if (password === DEMO_PASSWORD)
    throw new StartRefused(`SELVEDGE_ADMIN_PASSWORD is the password of the demo, which everybody knows; set another of ${least} to ${most} characters.`);
  if (password.length < least || password.length > most)
    throw new StartRefused(`SELVEDGE_ADMIN_PASSWORD has ${password.length} characters; the first administrator needs a password of ${least} to ${most}.`);
}

/**
 * @returns what to found, or null where an organisation exists, the seed makes some, or demo mode asks for none
 * @throws StartRefused when the settings name no administrator, or one who could not or should not log in
 */
export async function readFounding(owner: pg.Client, config: Config): Promise<Founding | null> {
  if (config.SELVEDGE_SEED !== 'none' || (await hasOrg(owner))) return null;
  const { SELVEDGE_ADMIN_EMAIL: email, SELVEDGE_ADMIN_PASSWORD: password } = config;
  if (email === undefined || password === undefined) {
    if (config.SELVEDGE_DEMO) return null;
    throw new StartRefused(
      `This database has no organisation and ${email === undefined ? 'SELVEDGE_ADMIN_EMAIL' : 'SELVEDGE_ADMIN_PASSWORD'} is not set; set both to say who its first administrator is.`,
    );
  }
  if (!config.SELVEDGE_DEMO) {
    refuseUnknownDomain(email.toLowerCase());
    refuseWeakPassword(password);
  }
  return { orgCode: config.SELVEDGE_FIRST_ORG, orgName: config.SELVEDGE_FIRST_ORG_NAME, email: email.toLowerCase(), password };
}

/**
 * Makes the organisation, a Directus administrator and their role in it, in one transaction. The ids follow
 * from code and address: two nodes found the same without having met.
 */
export async function foundFirstOrg(owner: pg.Client, { orgCode, orgName, email, password }: Founding): Promise<void> {
  const [org, user] = [stableId(`org:${orgCode}`), stableId(`user:${email}`)];
  const hash = await argon2.hash(password);
  await owner.query('begin');
  try {
    await owner.query('insert into core_org (id, code, name) values ($1, $2, $3)', [org, orgCode, orgName]);
    await owner.query(
      `insert into directus_users (id, email, password, first_name, role, status, language, provider) values ($1, $2, $3, 'Administrator', $4, 'active', 'en-US', 'default')`,
      [user, email, hash, ADMIN_ROLE_ID],
    );
    await owner.query(`insert into core_org_grant (id, org, "user", role, extra_keys, reason) values ($1, $2, $3, 'admin', '[]', 'Founder')`, [
      stableId(`grant:${email}:${orgCode}:admin`),
      org,
      user,
    ]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
