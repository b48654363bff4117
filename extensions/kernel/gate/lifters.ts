import { allOrFirstError, type Row, type Tx } from '../database/transaction.ts';
import type { KeysOfRole } from '../identity/identity.ts';
import type { Decision, RequirementResult } from './decision.ts';

/** Names that one requirement tells at most. */
const MAX_NAMES = 5;
/** Grants of an org that are looked through for them. */
const MAX_GRANTS = 1_000;

interface Holder extends Row {
  readonly role: string;
  readonly extraKeys: readonly string[];
  readonly name: string;
}
type Tuned = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

/** Those with the key, however they came by it: by their role as the org tuned it, or by name. Without a key, the role decides. */
const lifts = ({ role, extraKeys }: Holder, { key, roles }: RequirementResult['lift'], tuned: Tuned, keysOfRole: KeysOfRole): boolean =>
  key === null ? roles.includes(role) : keysOfRole(role, extraKeys, tuned[role] ?? {}).includes(key);

/** The roles that the policy names, without those from which the org took the key, and with those that it gave it to. */
function rolesOf({ key, roles }: RequirementResult['lift'], tuned: Tuned): readonly string[] {
  if (key === null) return roles;
  const given = Object.keys(tuned).filter((role) => tuned[role]?.[key] === true && !roles.includes(role));
  return [...roles.filter((role) => tuned[role]?.[key] !== false), ...given];
}

/**
 * Adds to what is unmet who in the org can lift it, by name. Asked under row security, so only those
 * learn it who may see the roles of that org; others read the roles alone.
 * @param keysOfRole which keys a grant carries: a role's name alone says nothing of that
 */
export async function withLifters(tx: Tx, decision: Decision, orgId: string, keysOfRole: KeysOfRole): Promise<Decision> {
  if (decision.requirements.every(({ met }) => met)) return decision;
  const [rows, holders] = await allOrFirstError([
    tx.query<Row & { role: string; tuned: Record<string, boolean> }>('select role, tuned from app.tuned_keys($1)', [orgId]),
    tx.query<Holder>(
      `select g.role, coalesce(g.extra_keys::jsonb, '[]') as "extraKeys", concat_ws(' ', u.first_name, u.last_name) as name
       from core_org_grant g join directus_users u on u.id = g."user" and u.status = 'active'
       where g.org = $1 and g.on_behalf_of is null and coalesce(g.starts_at <= now(), true) and coalesce(g.expires_at > now(), true)
         and coalesce(u.first_name, u.last_name) is not null
       order by name, u.id limit ${MAX_GRANTS}`,
      [orgId],
    ),
  ]);
  const tuned = Object.fromEntries(rows.map((row) => [row.role, row.tuned]));
  const told = (lift: RequirementResult['lift']): RequirementResult['lift'] => {
    const people = holders.filter((holder) => lifts(holder, lift, tuned, keysOfRole)).map(({ name }) => name);
    return { ...lift, roles: rolesOf(lift, tuned), people: [...new Set(people)].slice(0, MAX_NAMES) };
  };
  return { ...decision, requirements: decision.requirements.map((one) => (one.met ? one : { ...one, lift: told(one.lift) })) };
}
