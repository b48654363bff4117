import { reason, type ActionDefinition, type ActionOf } from './definition.ts';

const core = <const Action extends ActionOf<'core'>>(definition: Action) => ({ ...definition, system: 'core' as const });

/** What moves a version of a policy. Writing and publishing have forms of their own. */
export const RULES_ACTIONS = {
  'gate-policy.submit': core({
    command: 'gate-policy.submit',
    key: 'gates:edit',
    label: 'rulesAction.submit.label',
    done: 'rulesAction.submit.done',
    fields: [reason],
  }),
  'gate-policy.return': core({
    command: 'gate-policy.return',
    key: 'gates:publish',
    label: 'rulesAction.return.label',
    done: 'rulesAction.return.done',
    fields: [reason],
  }),
  'gate-policy.discard': core({
    command: 'gate-policy.discard',
    key: 'gates:edit',
    label: 'rulesAction.discard.label',
    done: 'rulesAction.discard.done',
    consequence: 'rulesAction.discard.consequence',
    danger: true,
    fields: [reason],
  }),
  'gate-policy.withdraw': core({
    command: 'gate-policy.withdraw',
    key: 'gates:publish',
    label: 'rulesAction.withdraw.label',
    done: 'rulesAction.withdraw.done',
    consequence: 'rulesAction.withdraw.consequence',
    danger: true,
    fields: [reason],
  }),
  'gate-policy.roll-back': core({
    command: 'gate-policy.roll-back',
    key: 'gates:publish',
    label: 'rulesAction.rollBack.label',
    done: 'rulesAction.rollBack.done',
    consequence: 'rulesAction.rollBack.consequence',
    danger: true,
    fields: [reason],
  }),
  'gate-policy.to-default': core({
    command: 'gate-policy.roll-back',
    key: 'gates:publish',
    label: 'rulesAction.toDefault.label',
    done: 'rulesAction.rollBack.done',
    consequence: 'rulesAction.toDefault.consequence',
    danger: true,
    fields: [reason],
  }),
} as const satisfies Record<string, ActionDefinition>;
