import { ACCESS_ACTIONS } from './access-actions.ts';
import { CORE_ACTIONS } from './core-actions.ts';
import { CRM_ACTIONS } from './crm-actions.ts';
import type { ActionDefinition } from './definition.ts';
import { WMS_ACTIONS } from './wms-actions.ts';

const ACTIONS = { ...ACCESS_ACTIONS, ...CORE_ACTIONS, ...CRM_ACTIONS, ...WMS_ACTIONS };

export type ActionName = keyof typeof ACTIONS;

export const actionOf = (name: ActionName): ActionDefinition => ACTIONS[name];

/** The action whose button is the next step that a gate named by command; null when it is another page's. */
export function actionForCommand(command: string | null): ActionName | null {
  return command !== null && command in ACTIONS ? (command as ActionName) : null;
}

const OVERRIDE_FIELDS = ['reasonCode', 'note'];

/** The body of the command: what the page knows, and what the dialog asked. */
export function bodyOf(name: ActionName, known: Record<string, unknown>, asked: Record<string, string>): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const definition = actionOf(name);
  if (definition.fieldsIn === 'override') return { ...known, override: filled };
  if (name !== 'shipment.post-by-override') return { ...known, ...filled };
  const entries = Object.entries(filled);
  return {
    ...known,
    ...Object.fromEntries(entries.filter(([field]) => !OVERRIDE_FIELDS.includes(field))),
    override: Object.fromEntries(entries.filter(([field]) => OVERRIDE_FIELDS.includes(field))),
  };
}
