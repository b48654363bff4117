import { reason, type ActionDefinition, type ActionOf } from './definition.ts';

const core = <const Action extends ActionOf<'core'>>(definition: Action) => ({ ...definition, system: 'core' as const });

/** What administrators do with what crosses between the systems. */
export const CORE_ACTIONS = {
  'event.replay': core({
    command: 'event.replay',
    key: 'events:replay',
    label: 'action.event.replay.label',
    done: 'action.event.replay.done',
  }),
  'delivery.retry': core({
    command: 'delivery.retry',
    key: 'events:replay',
    label: 'action.delivery.retry.label',
    done: 'action.delivery.retry.done',
  }),
  'delivery.skip': core({
    command: 'delivery.skip',
    key: 'events:replay',
    label: 'action.delivery.skip.label',
    done: 'action.delivery.skip.done',
    consequence: 'action.delivery.skip.consequence',
  }),
  'drift.heal': core({ command: 'drift.heal', key: 'events:replay', label: 'action.drift.heal.label', done: 'action.drift.heal.done' }),
  'drift.check': core({
    command: 'drift.check',
    key: 'events:replay',
    ofInstallation: true,
    label: 'action.drift.check.label',
    done: 'action.drift.check.done',
  }),
  'event.skip': core({
    command: 'event.skip',
    key: 'events:replay',
    label: 'action.event.skip.label',
    done: 'action.event.skip.done',
    consequence: 'action.event.skip.consequence',
    danger: true,
    fields: [reason],
  }),
  'secret.revoke': core({
    command: 'secret.revoke',
    key: 'secrets:manage',
    ofInstallation: true,
    label: 'action.secret.revoke.label',
    done: 'action.secret.revoke.done',
    consequence: 'action.secret.revoke.consequence',
    danger: true,
    fields: [reason],
  }),
  'secret.add': core({
    command: 'secret.add',
    key: 'secrets:manage',
    ofInstallation: true,
    label: 'action.secret.add.label',
    done: 'action.secret.add.done',
    consequence: 'action.secret.add.consequence',
    fields: [{ name: 'secret', kind: 'text', label: 'integration.secret.field', required: true }, reason],
  }),
  'event-key.revoke': core({
    command: 'event-key.revoke',
    key: 'secrets:manage',
    ofInstallation: true,
    label: 'action.eventKey.revoke.label',
    done: 'action.eventKey.revoke.done',
    consequence: 'action.eventKey.revoke.consequence',
    danger: true,
    fields: [reason],
  }),
  'event-key.add': core({
    command: 'event-key.add',
    key: 'secrets:manage',
    ofInstallation: true,
    label: 'action.eventKey.add.label',
    done: 'action.eventKey.add.done',
    consequence: 'action.eventKey.add.consequence',
    fields: [{ name: 'key', kind: 'text', label: 'integration.secret.kind.key', required: true }, reason],
  }),
} as const satisfies Record<string, ActionDefinition>;
