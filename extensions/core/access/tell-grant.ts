import type { ContractEvent } from '@selvedge/contract/define-event.ts';
import { grantUpdated } from '@selvedge/contract/events/grant-updated.ts';
import { warehouseGrantUpdated } from '@selvedge/contract/events/warehouse-grant-updated.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import type { CommandContext } from '@selvedge/kernel/command/define-command.ts';
import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import type { HostedNode } from '@selvedge/kernel/node.ts';
import type { SystemContext } from '@selvedge/kernel/system-transaction.ts';
import type { GrantData, PersonData } from './take-grant.ts';

/** The event by which this node tells the other of grants; none where it hosts both systems, for they share the table. */
function eventOf({ inboxes }: HostedNode): ContractEvent<GrantData> | undefined {
  if (inboxes.has('crm') && inboxes.has('wms')) return undefined;
  return inboxes.has('crm') ? grantUpdated : warehouseGrantUpdated;
}

async function peopleBy(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, PersonData>> {
  const rows = await tx.query<PersonData & Row>(
    'select id, email, first_name, last_name, language, provider, external_identifier as external_id from directus_users where id = any ($1::uuid[])',
    [ids.filter((id) => id !== null)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is told of a grant, as it stands now. */
async function told(tx: Tx, grant: RowFor<'core_org_grant'>): Promise<GrantData> {
  const people = await peopleBy(tx, [grant.user, grant.on_behalf_of, grant.granted_by]);
  const person = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return {
    grant_id: grant.id,
    person: person(grant.user) as PersonData,
    role: grant.role,
    given_at: grant.created_at.toISOString(),
    starts_at: grant.starts_at?.toISOString() ?? null,
    expires_at: grant.expires_at?.toISOString() ?? null,
    extra_keys: grant.extra_keys,
    lent_by: person(grant.on_behalf_of),
    given_by: person(grant.granted_by),
    reason: grant.reason,
  };
}

/**
 * Tells the other node of a grant as it stands now, with the transaction that wrote it.
 * @source J2, ADM-1; docs/decisions/0024-roles-travel-between-nodes.md
 */
export async function tellGrant(
  { tx, node, emitIn }: Pick<CommandContext, 'tx' | 'node' | 'emitIn'>,
  org: { readonly id: string; readonly code: string },
  grant: RowFor<'core_org_grant'>,
): Promise<void> {
  const event: ContractEvent<GrantData> | undefined = eventOf(node);
  if (event) emitIn(event, org, grant.id, await told(tx, grant));
}

/** Tells grants once more, by the event of the node that owns them, so that the other's copies are right again. */
export const tellGrantsAgain =
  (event: ContractEvent<GrantData>) =>
  async ({ tx, emit }: SystemContext, grantIds: readonly string[]): Promise<void> => {
    const grants = await tx.query<RowFor<'core_org_grant'> & Row & { code: string }>(
      'select g.*, o.code from core_org_grant g join core_org o on o.id = g.org where g.id::text = any ($1) for update of g',
      [grantIds],
    );
    for (const { code, ...grant } of grants) emit(event, { id: grant.org, code }, grant.id, await told(tx, grant));
  };
