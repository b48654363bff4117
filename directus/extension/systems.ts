import { events } from '@selvedge/contract/index.ts';
import { core } from '@selvedge/core/system.ts';
import { defineCrm } from '@selvedge/crm/system.ts';
import type { InboxSettings } from '@selvedge/kernel/inbox/apply.ts';
import type { Clock } from '@selvedge/kernel/clock.ts';
import type { System } from '@selvedge/kernel/system.ts';
import { wms } from '@selvedge/wms/system.ts';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import type { Config } from '../launch/config.ts';
import { PERMISSION_KEYS } from '../access/permission-keys.ts';

const PEER = { crm: 'wms', wms: 'crm' } as const;

const bothSystems = (config: Config) => ({ crm: defineCrm({ smtpUrl: config.SELVEDGE_SMTP_URL, mailFrom: config.SELVEDGE_MAIL_FROM }), wms });

/** Names of the commands of every system, whichever node hosts it. */
export const commandNames = (config: Config): string[] =>
  [core, ...Object.values(bothSystems(config))].flatMap(({ commands }) => commands.map(({ name }) => name)).sort();

/**
 * The systems this node hosts.
 * @throws Error when a command names a key that no list knows
 */
export function hostedSystems(config: Config): System[] {
  const all = bothSystems(config);
  const hosted = config.SELVEDGE_SYSTEMS.map((name) => all[name]);
  for (const command of [core, ...hosted].flatMap((system) => system.commands)) {
    if (!(command.permission in PERMISSION_KEYS)) throw new Error(`Command ${command.name} needs ${command.permission}, which is no permission key.`);
  }
  return hosted;
}

/** Both directions events travel in. */
export const DIRECTIONS = [
  { source: 'crm', target: 'wms' },
  { source: 'wms', target: 'crm' },
] as const;

/** How a system takes events: only those the contract says are for it. */
export function inboxSettings(system: System, clock: Clock): InboxSettings {
  const known = new Set(events.filter((event) => event.target === system.name).map((event) => event.type));
  const foreign = system.consumers.find((consumer) => !known.has(consumer.event.type));
  if (foreign) throw new Error(`${system.name} consumes ${foreign.event.type}, which the contract does not send it.`);
  return {
    target: system.name,
    peer: PEER[system.name as 'crm' | 'wms'],
    contractVersion: CONTRACT_VERSION,
    consumers: new Map(system.consumers.map((consumer) => [consumer.event.type, consumer])),
    clock,
  };
}
