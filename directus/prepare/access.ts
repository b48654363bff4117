import type pg from 'pg';
import { ADMIN_POLICY_ID, ADMIN_ROLE_ID, directusPermissions, MEMBER_POLICY_ID, MEMBER_ROLE_ID, stableId } from '../access/directus-permissions.ts';
import { rowSecuritySql } from '../access/row-security-sql.ts';
import type { System } from '../model/collection.ts';
import { constraintsSql } from '../model/constraints-sql.ts';
import { sameOrgSql } from '../model/same-org.ts';
import { keyTranslations } from '../model/snapshot.ts';

const GENERATED = 'Generated from directus/access/matrix.ts; changes here are overwritten at the next start.';

async function roles(owner: pg.Client): Promise<void> {
  await owner.query(
    `insert into directus_roles (id, name, icon, description) values ($1, 'Administrator', 'verified', $3), ($2, 'Member', 'person', $3)
     on conflict (id) do update set name = excluded.name, description = excluded.description`,
    [ADMIN_ROLE_ID, MEMBER_ROLE_ID, GENERATED],
  );
  const policies = [
    { id: ADMIN_POLICY_ID, name: 'Administrator', admin: true, app: true, role: ADMIN_ROLE_ID },
    { id: MEMBER_POLICY_ID, name: 'Member', admin: false, app: false, role: MEMBER_ROLE_ID },
  ];
  // One that is generated no longer would go on opening what it opened.
  await owner.query('delete from directus_policies where description = $1 and id <> all ($2)', [GENERATED, policies.map((policy) => policy.id)]);
  for (const policy of policies) {
    await owner.query(
      `insert into directus_policies (id, name, icon, description, enforce_tfa, admin_access, app_access) values ($1, $2, 'shield', $3, false, $4, $5)
       on conflict (id) do update set name = excluded.name, description = excluded.description, admin_access = excluded.admin_access, app_access = excluded.app_access`,
      [policy.id, policy.name, GENERATED, policy.admin, policy.app],
    );
    await owner.query(`insert into directus_access (id, role, policy, sort) values ($1, $2, $3, 1) on conflict (id) do nothing`, [
      stableId(`access:${policy.role}:${policy.id}`),
      policy.role,
      policy.id,
    ]);
  }
}

async function permissions(owner: pg.Client, systems: readonly System[]): Promise<void> {
  const rows = directusPermissions(systems);
  await owner.query('delete from directus_permissions where policy = $1', [MEMBER_POLICY_ID]);
  await owner.query(
    `insert into directus_permissions (policy, collection, action, permissions, validation, presets, fields)
     select $2, r.collection, r.action, r.permissions, null, null, r.fields
     from jsonb_to_recordset($1) as r(collection text, action text, permissions json, fields text)`,
    [JSON.stringify(rows), MEMBER_POLICY_ID],
  );
}

/** Length is what makes a password hard to guess. Wrong ones are slowed down by login-throttle.ts; Directus would suspend the account. */
async function signInRules(owner: pg.Client): Promise<void> {
  await owner.query(
    `insert into directus_settings (id, auth_password_policy, auth_login_attempts) values (1, '/^.{12,128}$/', null)
     on conflict (id) do update set auth_password_policy = excluded.auth_password_policy, auth_login_attempts = null`,
  );
}

/** What Studio says of collections, fields and choices in the reader's language; translations that people added stay. */
async function texts(owner: pg.Client): Promise<void> {
  await owner.query(`delete from directus_translations where key like 'note\\_%' or key like 'choice\\_%'`);
  await owner.query(
    `insert into directus_translations (id, language, key, value)
     select gen_random_uuid(), r.language, r.key, r.value from jsonb_to_recordset($1) as r(language text, key text, value text)`,
    [JSON.stringify(keyTranslations())],
  );
}

/** Brings constraints, row security, rights and Directus permissions in line with the code, in one transaction. */
export async function applyAccess(owner: pg.Client, systems: readonly System[], appRole: string): Promise<void> {
  await owner.query('begin');
  try {
    for (const statement of [...constraintsSql(systems), ...sameOrgSql(systems)]) await owner.query(statement);
    for (const statement of rowSecuritySql(systems, appRole)) await owner.query(statement);
    for (const statement of appRights(appRole)) await owner.query(statement);
    await roles(owner);
    await permissions(owner, systems);
    await texts(owner);
    await signInRules(owner);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** What the run-time role may touch: rows, never structure. The audit can be added to and read, nothing else. */
function appRights(appRole: string): string[] {
  return [
    `grant usage on schema public, kernel, app to ${appRole}`,
    `grant select, insert, update, delete on all tables in schema public to ${appRole}`,
    `grant usage, select on all sequences in schema public to ${appRole}`,
    `grant usage, select on all sequences in schema kernel to ${appRole}`,
    `grant select, insert, update on all tables in schema kernel to ${appRole}`,
    `revoke update on kernel.audit, kernel.audit_seal, kernel.decision from ${appRole}`,
    `grant delete on kernel.audit_unsealed, kernel.idempotency to ${appRole}`,
    `revoke all on all tables in schema app from ${appRole}`,
    `revoke insert, update, delete on directus_migrations from ${appRole}`,
    `grant execute on all functions in schema app to ${appRole}`,
  ];
}
