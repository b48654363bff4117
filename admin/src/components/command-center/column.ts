import type { ReactNode } from 'react';
import type { FieldOption } from '../../actions/definition.ts';
import type { TextKey } from '../../i18n/text-key.ts';

export interface Column<Row> {
  id: string;
  title: TextKey;
  width: number;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  align?: 'right';
  /** The view's sort name; the head becomes a button. */
  sort?: string;
  /** Hidden until chosen. */
  hidden?: boolean;
  onlyInAllOrgs?: boolean;
  /** Where it stands on a phone; left out ones do not show there. */
  phone?: 'title' | 'aside' | 'line';
  /** The value alone would not say what it is: on a phone its title stands before it. */
  isNamed?: boolean;
  /** Nothing to show: left out on a phone. */
  isEmpty?: (row: Row) => boolean;
}

export interface FilterDefinition {
  param: string;
  label: TextKey;
  options: readonly FieldOption[];
}

export interface QueueTab {
  id: string;
  label: TextKey;
  count: number | null;
  oldestSince: string | null;
  /** Waits for the reader: gets the red edge. */
  isMine?: boolean;
}
