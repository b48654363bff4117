import { accessMatrix, type Access } from './matrix.ts';
import type { Role } from '../model/core/org-grant.ts';
import { collections } from '../model/index.ts';
import type { Collection, System } from '../model/collection.ts';

const list = (roles: readonly Role[]) => `'{${roles.join(',')}}'::text[]`;

/** The system and administrators stand above the orgs: they make them. */
const ABOVE_ORGS = '(select app.is_system()) or (select app.is_admin(app.user_id()))';

/**
 * The predicate of one policy. `app.orgs` is called once per statement (a sub-select becomes an
 * init plan), so the index on `org` still serves.
 */
function predicate(access: Access, roles: readonly Role[]): string {
  switch (access.rows) {
    case 'org':
      return `org = any ((select app.orgs(${list(roles)}))::uuid[])`;
    case 'self':
      return `id = any ((select app.orgs(${list(roles)}))::uuid[]) or ${ABOVE_ORGS}`;
    case 'group':
      return `(select app.holds_any(${list(roles)}))`;
    case 'customer':
      return `(select app.is_system()) or exists (select 1 from crm_customer_profile p where p.customer = crm_customer.id)`;
  }
}

/** Reading is the roles' right; what is hidden from some of them takes a role of the others, in the same org. */
function readPredicate(access: Access): string {
  const own = predicate(access, access.read);
  const { hidden } = access;
  if (!hidden) return own;
  const others = predicate(
    access,
    access.read.filter((role) => !hidden.from.includes(role)),
  );
  return `${own} and (${hidden.field} <> '${hidden.value}' or (select app.shows_hidden()) or ${others})`;
}

function writePredicate(access: Access): string {
  return access.rows === 'customer' ? '(select app.is_system())' : predicate(access, access.write);
}

function policies({ name }: Collection, access: Access): string[] {
  const read = readPredicate(access);
  const write = writePredicate(access);
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    ...['select', 'insert', 'update', 'delete'].map((verb) => `drop policy if exists ${verb}_rows on ${name}`),
    `create policy select_rows on ${name} for select using (${read})`,
    `create policy insert_rows on ${name} for insert with check (${write})`,
    `create policy update_rows on ${name} for update using (${write}) with check (${write})`,
    `create policy delete_rows on ${name} for delete using (${write})`,
  ];
}

/** The org of a row never changes: a moved row would leave its history behind in another org. */
const immutableOrg = ({ name }: Collection) => [
  `drop trigger if exists org_is_immutable on ${name}`,
  `create trigger org_is_immutable before update of org on ${name} for each row when (old.org is distinct from new.org) execute function app.refuse_org_change()`,
];

/** Statements that bring row security of every hosted table in line with the matrix. Idempotent. */
export function rowSecuritySql(systems: readonly System[], appRole: string): string[] {
  const hosted = collections.filter((c) => c.system === 'core' || systems.includes(c.system));
  return hosted.flatMap((collection) => [
    ...policies(collection, accessMatrix[collection.name as keyof typeof accessMatrix]),
    ...(collection.orgScoped ? immutableOrg(collection) : []),
    `grant select, insert, update, delete on ${collection.name} to ${appRole}`,
  ]);
}
