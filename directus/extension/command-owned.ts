import { createError } from '@directus/errors';
import { accessMatrix } from '../access/matrix.ts';

interface Extensions {
  readonly collection: string;
  readonly verb: string;
}

/** The commands that keep what admins would else edit here. */
const INSTEAD: Readonly<Record<string, string>> = {
  core_org: 'the page /access of the app, or POST /crm/commands/org.create or org.edit,',
  core_org_grant: 'the page /access of the app, or POST /core/commands/grant.give, grant.change or grant.end,',
  core_role_key: 'the page /access of the app, or POST /core/commands/role-key.tune,',
  core_override_reason: 'POST /core/commands/override-reason.set',
  wms_quality: 'POST /wms/commands/quality.add or quality.change',
  wms_lot: 'POST /wms/commands/roll.receive',
  wms_roll: 'POST /wms/commands/roll.receive or roll.adjust',
  wms_carrier: 'POST /wms/commands/carrier.add or carrier.change',
  core_gate_policy: 'POST /core/commands/gate-policy.draft and what follows it',
};

const CommandOwned = createError<Extensions>(
  'COMMAND_OWNED',
  ({ collection, verb }) =>
    `${collection} is changed by commands only, so that gates, audit and events cannot be passed by. Use ${INSTEAD[collection] ?? 'POST /crm/commands or /wms/commands'} instead of this ${verb}.`,
  403,
);

/** Collections whose rows the items API may not write, for anyone: Studio admins included. */
export const commandOwned: ReadonlySet<string> = new Set(
  Object.entries(accessMatrix)
    .filter(([, access]) => access.direct === undefined)
    .map(([name]) => name),
);

/** A filter for `items.create`, `items.update` and `items.delete`. @throws COMMAND_OWNED */
export const refuseDirectWrite =
  (verb: 'create' | 'update' | 'delete') =>
  (payload: unknown, { collection }: { collection?: string }) => {
    if (collection && commandOwned.has(collection)) throw new CommandOwned({ collection, verb });
    return payload;
  };
