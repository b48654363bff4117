import type { CommandName, InputOf } from '../api/commands.ts';
import type { System } from '../api/types/shared.ts';
import type { TextKey } from '../i18n/text-key.ts';
import type { HostedSystem } from '../session/nodes.ts';
import type { PermissionKey } from '../session/permission-keys.ts';

/** A choice in words of the reader's language, or one that is its own name in any, such as a code. */
export type FieldOption<Value extends string = string> = { value: Value; label: TextKey } | { value: Value; name: string };

/** One thing that a command asks for before it runs. */
export interface ActionField<Name extends string = string, Value extends string = string> {
  name: Name;
  kind: 'text' | 'note' | 'date' | 'amount' | 'choice';
  label: TextKey;
  required?: boolean;
  options?: readonly FieldOption<Value>[];
  /** What it means that nothing is chosen, where that means something. */
  ifNone?: TextKey;
  /** The options are the active reasons that the organisation lists for this gate. */
  reasonsFor?: { side: HostedSystem; gate: string };
  /** Whom a text names: those that the organisation lists are offered, others may be typed. */
  names?: 'carrier';
  /** Needed only where the carrier that is named gives tracking numbers. */
  neededIf?: 'carrierGivesIt';
  /** Puts the answer into an object of this name instead of the body itself. */
  within?: 'override';
}

/** The value that a choice stands on; null while it stands on none. */
export const chosenFrom = <Value extends string>(options: readonly FieldOption<Value>[], value: string | undefined): Value | null =>
  options.find((option) => option.value === value)?.value ?? null;

/** The fields that a form may ask for one input: their names, and of a choice its values, are those of the command. */
export type FieldOf<Input> = { [Name in keyof Input & string]: ActionField<Name, Extract<Input[Name], string>> }[keyof Input & string];
type OverrideFieldOf<Input> = Input extends { override?: infer Override } ? FieldOf<NonNullable<Override>> & { within: 'override' } : never;

/** A button: which command it runs, who may, and what it asks first. */
export interface ActionDefinition {
  command: string;
  system: System;
  key: PermissionKey;
  /** It concerns the whole installation, so the key of one organisation is not enough. */
  ofInstallation?: boolean;
  label: TextKey;
  done: TextKey;
  /** Said in the dialog before a dangerous act. */
  consequence?: TextKey;
  danger?: boolean;
  /** Asks "are you sure" even without fields. */
  confirm?: boolean;
  fields?: readonly ActionField[];
}

/** An action of one system, checked against what its command takes. */
export type ActionOf<S extends System> = {
  [Name in CommandName<S>]: Omit<ActionDefinition, 'system' | 'command' | 'fields'> & {
    command: Name;
    fields?: readonly ((FieldOf<InputOf<S, Name>> & { within?: never }) | OverrideFieldOf<InputOf<S, Name>>)[];
  };
}[CommandName<S>];

export const reason = { name: 'reason', kind: 'note', label: 'field.reason', required: true } as const satisfies ActionField;
export const note = { name: 'note', kind: 'note', label: 'field.note' } as const satisfies ActionField;
export const requiredNote = { ...note, required: true } as const satisfies ActionField;

/** What an override of a gate asks: a reason from the organisation's list, and why in words. */
export const overrideOf = (side: HostedSystem, gate: string) =>
  [
    { name: 'reasonCode', kind: 'choice', label: 'field.reasonCode', required: true, reasonsFor: { side, gate }, within: 'override' },
    { name: 'note', kind: 'note', label: 'field.reason', required: true, within: 'override' },
  ] as const satisfies readonly ActionField[];
