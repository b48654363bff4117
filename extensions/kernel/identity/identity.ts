import { permissionRequired, unauthenticated } from '../errors.ts';
import type { Tx } from '../database/transaction.ts';

export interface OrgGrant {
  readonly orgId: string;
  readonly orgCode: string;
  readonly roles: readonly string[];
  readonly keys: ReadonlySet<string>;
  /** The org's own policy of each gate that has one in force, by the gate's name; the others go by their default. */
  readonly policies: Readonly<Record<string, string>>;
  /** Who lends a key that the person holds through a lent role alone, by key. */
  readonly lenderOf: ReadonlyMap<string, string>;
}

/** A signed-in person with the grants of this moment. */
export interface Identity {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'tr';
  readonly isAdmin: boolean;
  readonly orgs: readonly OrgGrant[];
}

/**
 * Which keys a grant carries: those of its role as the org tuned them, and of its extra ones those that
 * may be given. Handed in by the product, the kernel knows no role.
 */
export type KeysOfRole = (role: string, extraKeys: readonly string[], tuned: Readonly<Record<string, boolean>>) => readonly string[];

interface OpenedRequest extends Record<string, unknown> {
  user_id: string;
  email: string;
  first_name: string | null;
  last_name: string | null;
  language: string | null;
  is_admin: boolean;
  grants: {
    org: string;
    code: string;
    role: string;
    keys: string[];
    onBehalfOf: string | null;
    tuned: Record<string, boolean>;
    policies: Record<string, string>;
  }[];
}

function groupByOrg(grants: OpenedRequest['grants'], keysOfRole: KeysOfRole): OrgGrant[] {
  const byOrg = new Map<
    string,
    { orgId: string; orgCode: string; policies: Record<string, string>; roles: string[]; keys: Set<string>; lenderOf: Map<string, string> }
  >();
  // Own roles first: a key that the person holds anyway is used as their own.
  for (const { org, code, role, keys, onBehalfOf, tuned, policies } of grants.toSorted(
    (a, b) => Number(a.onBehalfOf !== null) - Number(b.onBehalfOf !== null),
  )) {
    const entry = byOrg.get(org) ?? { orgId: org, orgCode: code, policies, roles: [], keys: new Set<string>(), lenderOf: new Map<string, string>() };
    if (!entry.roles.includes(role)) entry.roles.push(role);
    for (const key of keysOfRole(role, keys, tuned)) {
      if (onBehalfOf !== null && !entry.keys.has(key)) entry.lenderOf.set(key, onBehalfOf);
      entry.keys.add(key);
    }
    byOrg.set(org, entry);
  }
  return [...byOrg.values()].sort((a, b) => a.orgCode.localeCompare(b.orgCode));
}

/** What the database said of an identity, to tell whether it says the same again. */
const saidOf = new WeakMap<Identity, string>();

/**
 * Loads the person behind a verified token, in the transaction that will do the work: a grant that
 * ended a moment ago is gone already.
 * @param guess who it was last time; returned itself when nothing changed
 * @throws Refusal UNAUTHENTICATED when the session ended or the user is not active
 */
export async function openRequest(tx: Tx, userId: string, session: string | null, keysOfRole: KeysOfRole, guess?: Identity): Promise<Identity> {
  const row = await tx.maybe<OpenedRequest>('select * from app.open_request($1, $2)', [userId, session]);
  if (!row) throw unauthenticated();
  const said = JSON.stringify(row);
  if (guess && saidOf.get(guess) === said) return guess;
  const identity: Identity = {
    userId: row.user_id,
    email: row.email,
    name: [row.first_name, row.last_name].filter(Boolean).join(' ') || row.email,
    language: row.language?.startsWith('tr') ? 'tr' : 'en',
    isAdmin: row.is_admin,
    orgs: groupByOrg(row.grants, keysOfRole),
  };
  saidOf.set(identity, said);
  return identity;
}

/** @throws Refusal PERMISSION_REQUIRED naming the key */
export function requireKey(identity: Identity, orgId: string, key: string): void {
  if (!identity.orgs.some((org) => org.orgId === orgId && org.keys.has(key))) throw permissionRequired(key);
}

export const holdsKey = (identity: Identity, orgId: string, key: string): boolean => identity.orgs.some((org) => org.orgId === orgId && org.keys.has(key));
