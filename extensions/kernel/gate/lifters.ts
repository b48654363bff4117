import type { Row, Tx } from '../database/transaction.ts';
import type { Decision } from './decision.ts';

/** Names that one requirement tells at most. */
const MAX_NAMES = 5;

interface Holder extends Row {
  readonly role: string;
  readonly name: string;
}

/**
 * Adds to what is unmet who in the org can lift it, by name. Asked under row security, so only those
 * learn it who may see the roles of that org; others read the roles alone.
 */
export async function withLifters(tx: Tx, decision: Decision, orgId: string): Promise<Decision> {
  const roles = [...new Set(decision.requirements.flatMap(({ met, lift }) => (met ? [] : lift.roles)))];
  if (roles.length === 0) return decision;
  const holders = await tx.query<Holder>(
    `select distinct g.role, concat_ws(' ', u.first_name, u.last_name) as name
     from core_org_grant g join directus_users u on u.id = g."user" and u.status = 'active'
     where g.org = $1 and g.role = any ($2) and g.on_behalf_of is null and coalesce(g.starts_at <= now(), true) and coalesce(g.expires_at > now(), true)
       and coalesce(u.first_name, u.last_name) is not null
     order by name limit 100`,
    [orgId, roles],
  );
  const peopleOf = (wanted: readonly string[]) => [...new Set(holders.filter(({ role }) => wanted.includes(role)).map(({ name }) => name))].slice(0, MAX_NAMES);
  return {
    ...decision,
    requirements: decision.requirements.map((one) => (one.met ? one : { ...one, lift: { ...one.lift, people: peopleOf(one.lift.roles) } })),
  };
}
