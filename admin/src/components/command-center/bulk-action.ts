import type { ComponentType } from 'react';
import type { ActionInput, ActionName } from '../../actions/actions.ts';
import type { CommandName, InputOf } from '../../api/commands.ts';
import type { TextKey } from '../../i18n/text-key.ts';
import type { PermissionKey } from '../../session/permission-keys.ts';

/** The commands that take a list of one action's inputs. */
type ManyOf<Action extends ActionName> = {
  [S in 'crm' | 'wms']: {
    [Name in CommandName<S>]: { items: readonly ActionInput<Action>[] } extends InputOf<S, Name> ? Name : never;
  }[CommandName<S>];
}['crm' | 'wms'];
type ListNames<Input> = Input extends unknown
  ? { [Name in keyof Input & string]-?: Input[Name] extends readonly string[] ? Name : never }[keyof Input & string]
  : never;

interface BulkOf<Action extends ActionName, Row> {
  action: Action;
  /** How the rows are sent: row by row, as the items of a command for many, or as a list of ids with one reason for all. */
  send:
    | { by: 'row'; item: (row: Row) => ActionInput<Action> }
    | {
        by: 'items';
        command: ManyOf<Action>;
        key: PermissionKey;
        item: (row: Row, reason: string) => ActionInput<Action>;
        asksReason?: true;
      }
    | { by: 'ids'; name: ListNames<ActionInput<Action>>; id: (row: Row) => string };
  /** What the row alone tells; the server's dry run has the last word. */
  refusal: (row: Row) => TextKey | null;
  /** The gate of the act, asked about all rows at once before any is tried. */
  gate?: { name: string; subject: (row: Row) => string };
}

/** One act on many rows; names the button. */
export type BulkAction<Row> = { [Action in ActionName]: BulkOf<Action, Row> }[ActionName];

export interface BulkFormProps<Row> {
  rows: readonly Row[];
  onClose: () => void;
  onClear: () => void;
}

/** An act that asks something of each row, in a form of its own. */
export interface BulkForm<Row> {
  action: ActionName;
  Form: ComponentType<BulkFormProps<Row>>;
  refusal: (row: Row) => TextKey | null;
}

export type BulkChoice<Row> = BulkAction<Row> | BulkForm<Row>;
