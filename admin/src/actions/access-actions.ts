import { reason, type ActionDefinition, type ActionOf } from './definition.ts';

const core = <const Action extends ActionOf<'core'>>(definition: Action) => ({ ...definition, system: 'core' as const });

/** What changes who may do what. Giving, changing and lending have forms of their own. */
export const ACCESS_ACTIONS = {
  'grant.end': core({
    command: 'grant.end',
    key: 'access:manage',
    label: 'accessAction.end.label',
    done: 'accessAction.end.done',
    consequence: 'accessAction.end.consequence',
    danger: true,
    fields: [reason],
  }),
  'role-key.tune': core({
    command: 'role-key.tune',
    key: 'access:manage',
    label: 'accessAction.tune.label',
    done: 'accessAction.tune.done',
    consequence: 'accessAction.tune.consequence',
    fields: [reason],
  }),
  'delegation.end': core({
    command: 'delegation.end',
    key: 'access:delegate',
    label: 'accessAction.takeBack.label',
    done: 'accessAction.takeBack.done',
    confirm: true,
    fields: [{ ...reason, required: false }],
  }),
} as const satisfies Record<string, ActionDefinition>;
