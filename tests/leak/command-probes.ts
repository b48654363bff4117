import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { anonymous, ask, type Door } from '@selvedge/directus/leak/ask.ts';
import type { Probe } from '@selvedge/directus/leak/probe.ts';
import type { Command } from '@selvedge/kernel/command/define-command.ts';
import type { System } from '@selvedge/kernel/system.ts';
import { idPaths, sampleInput, type JsonSchema, type Path } from './sample-input.ts';

/** Ids of rows a person may see, and of such rows of others, by collection. */
export interface Ids {
  readonly own: ReadonlyMap<string, readonly string[]>;
  readonly foreign: ReadonlyMap<string, readonly string[]>;
  readonly ownOrg: string;
  readonly foreignOrg: string;
}

/** Which collection an id in an input leads to, by the name it has there. A name that is missing fails the matrix. */
const LEADS_TO: Readonly<Record<string, readonly string[]>> = {
  org: ['core_org'],
  from: ['core_org'],
  grant: ['core_org_grant'],
  // People belong to no org: one without a role in the person's own is a stranger.
  user: ['directus_users'],
  to: ['directus_users'],
  profile: ['crm_customer_profile'],
  deal: ['crm_deal'],
  'price-request line': ['crm_deal_line'],
  request: ['crm_price_request'],
  item: ['crm_catalog_item'],
  catalogItem: ['crm_catalog_item'],
  purchaseOrder: ['crm_purchase_order'],
  payment: ['crm_payment'],
  shortage: ['crm_shortage'],
  price: ['crm_list_price'],
  line: ['wms_reservation_line', 'wms_order_line'],
  order: ['wms_order'],
  roll: ['wms_roll'],
  allocation: ['wms_allocation'],
  shipment: ['wms_shipment'],
  carrier: ['wms_carrier'],
  quality: ['wms_quality'],
  // No collections: what crosses between the systems.
  event: ['kernel.inbox'],
  'delivery event': ['kernel.outbox'],
  secret: ['kernel.webhook_secret'],
  eventKey: ['kernel.webhook_secret'],
  difference: ['kernel.drift'],
  policy: ['core_gate_policy'],
};

const collectionsAt = (path: Path, command: Command): readonly string[] => {
  if (command.subject && path.length === 1) return [command.subject.table];
  const name = path.filter((part) => typeof part === 'string').at(-1) ?? '';
  const [noun = ''] = command.name.split('.');
  return LEADS_TO[`${noun} ${name.replace(/s$/, '')}`] ?? LEADS_TO[name.replace(/s$/, '')] ?? LEADS_TO[name] ?? [];
};

/** Commands with an id whose meaning is not known here: nobody may add one without saying what it leads to. */
export const unknownIds = (system: System): string[] =>
  system.commands.flatMap((command) =>
    idPaths(inputOf(command))
      .filter((path) => collectionsAt(path, command.each ?? command).length === 0)
      .map((path) => `${command.name} ${path.join('.')}`),
  );

const inputOf = (command: Command) => z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** Every command with ids of others at every place an id can stand: each must answer as for an id that does not exist. */
export function commandProbes(door: Door, system: System, ids: Ids): Probe[] {
  const idFor = (path: Path, command: Command, from: 'own' | 'foreign'): string | undefined => {
    const names = collectionsAt(path, command);
    if (names.includes('core_org')) return from === 'own' ? ids.ownOrg : ids.foreignOrg;
    return names.map((name) => ids[from].get(name)?.[0]).find((id) => id !== undefined);
  };
  return system.commands.flatMap((command) => {
    const schema = inputOf(command);
    const one = command.each ?? command;
    return idPaths(schema).flatMap((place) => {
      const foreign = idFor(place, one, 'foreign');
      if (foreign === undefined) return [];
      const send = (id: string) => {
        const body = sampleInput(schema, (path) => (path.join() === place.join() ? id : (idFor(path, one, 'own') ?? randomUUID()))) as object;
        return ask(door, `/${system.name}/commands/${command.name}?dry_run=true`, { method: 'POST', body });
      };
      const probe: Probe = {
        name: `${door.person.label} command ${system.name}/${command.name} with ${place.join('.')} of others`,
        look: async () => {
          const nothing = randomUUID();
          const [of, ofNothing] = [anonymous(await send(foreign), foreign), anonymous(await send(nothing), nothing)];
          return of === ofNothing ? null : `${foreign} answers "${of.slice(0, 160)}", none "${ofNothing.slice(0, 160)}"`;
        },
      };
      return [probe];
    });
  });
}
