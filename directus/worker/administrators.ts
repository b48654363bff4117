import type { Tx } from '@selvedge/kernel/database/transaction.ts';

/** Somebody who administers organisations, with their codes. */
export interface Recipient {
  readonly email: string;
  readonly orgs: readonly string[];
}

/** Everybody who administers an organisation of this node, and every organisation there is. */
export async function administrators(tx: Tx): Promise<{ recipients: Recipient[]; knownOrgs: ReadonlySet<string> }> {
  const orgs = await tx.query<{ code: string }>('select code from core_org');
  const recipients = await tx.query<Recipient & Record<string, unknown>>(
    `select r.email, array_agg(o.code) as orgs from core_org o cross join lateral app.people_of(o.id, array['admin']) r group by r.email`,
  );
  return { recipients, knownOrgs: new Set(orgs.map((org) => org.code)) };
}

/** What concerns an administrator: what is of the own orgs, and what belongs to no org this node knows. */
export function concerning<About extends { readonly org_code: string | null }>(
  recipient: Recipient,
  things: readonly About[],
  knownOrgs: ReadonlySet<string>,
): About[] {
  return things.filter(({ org_code: code }) => code === null || !knownOrgs.has(code) || recipient.orgs.includes(code));
}
