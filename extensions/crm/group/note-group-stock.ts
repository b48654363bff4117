import type { Tx } from '@selvedge/kernel/database/transaction.ts';

interface Roll {
  readonly lot: string;
  readonly roll: string;
  readonly meters: string;
  readonly owner_org?: string | undefined;
}

interface Owner extends Record<string, unknown> {
  code: string;
  id: string | null;
}

/** Other orgs that own some of these rolls. `id` is null for one this node does not know. */
export async function foreignOwners(tx: Tx, orgCode: string, rolls: readonly Roll[]): Promise<Owner[]> {
  const codes = [...new Set(rolls.flatMap((roll) => (roll.owner_org && roll.owner_org !== orgCode ? [roll.owner_org] : [])))];
  return codes.length === 0 ? [] : tx.query<Owner>('select code, app.org_of(code) as id from unnest($1::text[]) as code', [codes]);
}

/** Rolls as people see them: another org's is "group stock", without saying whose. */
export const rollsForPeople = (orgCode: string, rolls: readonly Roll[]) =>
  rolls.map(({ owner_org: owner, ...roll }) => (owner && owner !== orgCode ? { ...roll, group: true } : roll));

/** Whose stock a line takes now, for the gate alone. */
export async function noteGroupStock(tx: Tx, orgId: string, lineId: string, owners: readonly Owner[]): Promise<void> {
  await tx.query('delete from crm_group_stock where deal_line = $1', [lineId]);
  if (owners.length > 0)
    await tx.query('insert into crm_group_stock (org, deal_line, owner_org) select $1, $2, unnest($3::uuid[])', [
      orgId,
      lineId,
      owners.map((owner) => owner.id),
    ]);
}
