import { reason, type ActionDefinition, type ActionField, type ActionOf } from './definition.ts';

const core = <const Action extends ActionOf<'core'>>(definition: Action) => ({ ...definition, system: 'core' as const });

const labels = [
  { name: 'labelTr', kind: 'text', label: 'access.reasons.labelTr', required: true },
  { name: 'labelEn', kind: 'text', label: 'access.reasons.labelEn', required: true },
] as const satisfies readonly ActionField[];

/** Its options are the gates of the side, given by the page. */
const gate = {
  name: 'gate',
  kind: 'choice',
  label: 'access.reasons.gate',
  ifNone: 'access.reasons.allGates',
} as const satisfies ActionField;

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
  'person.invite-again': core({
    command: 'person.invite-again',
    key: 'access:manage',
    label: 'accessAction.inviteAgain.label',
    done: 'accessAction.inviteAgain.done',
  }),
  'org.set-branding': core({
    command: 'org.set-branding',
    key: 'access:manage',
    label: 'accessAction.setBranding.label',
    done: 'accessAction.setBranding.done',
    consequence: 'accessAction.setBranding.consequence',
    fields: [
      { name: 'senderEmail', kind: 'text', label: 'access.senderEmail' },
      { name: 'brandColor', kind: 'text', label: 'access.brandColor' },
    ],
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
  'override-reason.add': core({
    command: 'override-reason.set',
    key: 'access:manage',
    label: 'accessAction.addReason.label',
    done: 'accessAction.addReason.done',
    fields: [{ name: 'reasonCode', kind: 'text', label: 'column.code', required: true }, ...labels, gate, reason],
  }),
  'override-reason.rename': core({
    command: 'override-reason.set',
    key: 'access:manage',
    label: 'accessAction.renameReason.label',
    done: 'accessAction.renameReason.done',
    fields: [...labels, gate, reason],
  }),
  'override-reason.switch': core({
    command: 'override-reason.set',
    key: 'access:manage',
    label: 'accessAction.switchReason.label',
    done: 'accessAction.switchReason.done',
    consequence: 'accessAction.switchReason.consequence',
    fields: [reason],
  }),
} as const satisfies Record<string, ActionDefinition>;
