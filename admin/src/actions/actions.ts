import { runCommand, type CommandName, type CommandOptions, type InputOf, type ReplyOf } from '../api/commands.ts';
import type { System } from '../api/types/shared.ts';
import { ACCESS_ACTIONS } from './access-actions.ts';
import { CORE_ACTIONS } from './core-actions.ts';
import { CRM_ACTIONS } from './crm-actions.ts';
import type { ActionDefinition } from './definition.ts';
import { RULES_ACTIONS } from './rules-actions.ts';
import { WMS_ACTIONS } from './wms-actions.ts';

const ACTIONS = { ...ACCESS_ACTIONS, ...CORE_ACTIONS, ...CRM_ACTIONS, ...RULES_ACTIONS, ...WMS_ACTIONS };

type Actions = typeof ACTIONS;
export type ActionName = keyof Actions;

type Of<Action, Part extends 'input' | 'reply'> = Action extends { system: infer S extends System; command: infer Name }
  ? Name extends CommandName<S>
    ? { input: InputOf<S, Name>; reply: ReplyOf<S, Name> }[Part]
    : never
  : never;
/** The whole body that an action's command takes. */
export type ActionInput<Action extends ActionName> = Of<Actions[Action], 'input'>;
/** What an action's command answers. */
export type ActionReply<Action extends ActionName> = Of<Actions[Action], 'reply'>;

type NameIn<Field> = Field extends { within: infer Name } ? Name : Field extends { name: infer Name } ? Name : never;
type AskedBy<Action> = Action extends { fields: readonly (infer Field)[] } ? NameIn<Field> : never;
type Without<Input, Names> = Input extends unknown ? Omit<Input, Names & keyof Input> : never;

/** The part of the body that a page knows; the rest is asked by the action's dialog. */
export type KnownBody<Action extends ActionName> = Without<ActionInput<Action>, AskedBy<Actions[Action]>>;

export const actionOf = (name: ActionName): ActionDefinition => ACTIONS[name];

/** Runs the command of an action. */
export function runAction<Action extends ActionName>(
  name: Action,
  body: ActionInput<Action>,
  options: CommandOptions = {},
): Promise<ActionReply<Action>> {
  const { system, command } = ACTIONS[name];
  // That system, command and body belong together was checked where they were declared.
  return runCommand(system, command as never, body as never, options) as Promise<ActionReply<Action>>;
}

/** The action whose button is the next step that a gate named by command; null when it is another page's. */
export function actionForCommand(command: string | null): ActionName | null {
  return command !== null && command in ACTIONS ? (command as ActionName) : null;
}

/** The body of the command: what the page knows, and what the dialog asked, each where its field says. */
export function bodyOf<Action extends ActionName>(
  name: Action,
  known: KnownBody<Action>,
  asked: Readonly<Record<string, string>>,
): ActionInput<Action> {
  const body: Record<string, unknown> = { ...known };
  for (const { name: field, within } of actionOf(name).fields ?? []) {
    const value = asked[field];
    if (value === undefined || value === '') continue;
    if (within) body[within] = { ...(body[within] as object | undefined), [field]: value };
    else body[field] = value;
  }
  // What a page need not know is asked by the fields; the two make up the input.
  return body as ActionInput<Action>;
}
