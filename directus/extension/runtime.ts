import { Redis } from 'ioredis';
import { contractHash } from '@selvedge/contract/hash.ts';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { watchPeers } from '@selvedge/core/contract/watch-peers.ts';
import { systemClock } from '@selvedge/kernel/clock.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import type { CommittedEffects, Log, Runtime } from '@selvedge/kernel/http/context.ts';
import type { HostedNode } from '@selvedge/kernel/node.ts';
import { tokenVerifier } from '@selvedge/kernel/identity/token.ts';
import { logOutages } from '@selvedge/kernel/redis-outage.ts';
import { SecretStore } from '@selvedge/kernel/signature/secrets.ts';
import { ChangeHub } from '@selvedge/kernel/stream/hub.ts';
import { keysOfGrant } from '../access/permission-keys.ts';
import type { Config } from '../launch/config.ts';
import { sessionCookieName } from '../launch/directus-environment.ts';
import { createEffectSender } from './effects.ts';
import { queuePrefix } from './queue-prefix.ts';
import { commandNames, DIRECTIONS, hostedSystems, inboxSettings } from './systems.ts';

/** Everything a process of this node works with, made once at its start. */
export function createRuntime(config: Config, log: Log, name: 'node' | 'worker') {
  const prefix = queuePrefix(config.SELVEDGE_SYSTEMS);
  const pool = createPool(config.DATABASE_APP_URL, config.SELVEDGE_POOL_MAX, `selvedge-${name}`);
  const publisher = new Redis(config.REDIS_URL, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  const subscriber = new Redis(config.REDIS_URL, { maxRetriesPerRequest: null });
  logOutages('live updates out', publisher, publisher, log);
  logOutages('live updates in', subscriber, subscriber, log);
  const hub = new ChangeHub(publisher, subscriber, prefix, log);
  const effects = createEffectSender(config.REDIS_URL, prefix, hub, log);
  const listeners: ((committed: CommittedEffects) => void)[] = [];
  const afterCommit = (committed: CommittedEffects): void => {
    effects.send(committed);
    for (const listener of listeners) listener(committed);
  };
  const secrets = new SecretStore(pool, config.SELVEDGE_SECRETS_KEY);
  const systems = hostedSystems(config);
  const urls: Record<string, string> = { crm: config.SELVEDGE_CRM_URL, wms: config.SELVEDGE_WMS_URL };
  const peers = watchPeers({
    peers: new Map(Object.entries(urls).filter(([system]) => !systems.some((hosted) => hosted.name === system))),
    own: { contractVersion: CONTRACT_VERSION, contractHash: contractHash() },
    log,
  });
  const node: HostedNode = {
    inboxes: new Map(systems.map((system) => [system.name, inboxSettings(system, systemClock)])),
    directions: DIRECTIONS,
    owns: systems.flatMap((system) => system.owns ?? []),
    keeps: systems.flatMap((system) => system.keeps ?? []),
    gates: new Map(
      systems.flatMap((system) =>
        system.gates.map((binding) => [binding.gate.name, { system: system.name, binding, overrideMail: system.overrideMail }] as const),
      ),
    ),
    commandNames: commandNames(config),
    secrets,
    urlOf: (system) => urls[system] ?? '',
    contractDiffersAt: peers.differing,
  };
  const runtime: Runtime = {
    pool,
    node,
    clock: systemClock,
    verifyToken: tokenVerifier(new TextEncoder().encode(config.SELVEDGE_SECRET)),
    sessionCookie: sessionCookieName(config),
    allowedOrigins: new Set([config.SELVEDGE_PUBLIC_URL, config.SELVEDGE_CRM_URL, config.SELVEDGE_WMS_URL].map((url) => new URL(url).origin)),
    keysOfRole: keysOfGrant,
    afterCommit,
    log,
  };
  return {
    runtime,
    /** For short commands; refuses at once while Redis is away. */
    redis: publisher,
    systems,
    hub,
    secrets,
    prefix,
    systemSettings: { pool, clock: systemClock, contractVersion: CONTRACT_VERSION, afterCommit },
    /** Both nodes are given the same first secrets; later ones are rotated in the database. */
    ensureSecrets: async () => {
      await secrets.ensure({ source: 'crm', target: 'wms' }, config.SELVEDGE_EVENT_SECRET_CRM_TO_WMS);
      await secrets.ensure({ source: 'wms', target: 'crm' }, config.SELVEDGE_EVENT_SECRET_WMS_TO_CRM);
    },
    peers,
    /** Called after each commit with what it caused; must not throw. */
    onCommit: (listener: (committed: CommittedEffects) => void) => listeners.push(listener),
    close: async () => {
      peers.stop();
      await effects.close();
      publisher.disconnect();
      subscriber.disconnect();
      await pool.end();
    },
  };
}
