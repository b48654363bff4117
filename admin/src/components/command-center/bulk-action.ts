import type { ActionName } from '../../actions/actions.ts';
import type { TextKey } from '../../i18n/text-key.ts';
import type { PermissionKey } from '../../session/permission-keys.ts';

/** One act on many rows. */
export interface BulkAction<Row> {
  /** Names the button and, without `many`, is run row by row. */
  action: ActionName;
  /** The command that takes `{ items }`, where the server has one. */
  many?: { command: string; key: PermissionKey };
  /** A command that takes the ids of all under one name, with one reason for them, and answers each on its own. */
  list?: { name: string; id: (row: Row) => string };
  item: (row: Row) => Record<string, unknown>;
  /** What the row alone tells; the server's dry run has the last word. */
  refusal: (row: Row) => TextKey | null;
}

export interface BulkRowResult<Row> {
  row: Row;
  ok: boolean;
  why: string | null;
}
