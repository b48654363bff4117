import type { ReactNode } from 'react';
import type { QueueTab } from '../../../components/command-center/column.ts';
import type { ListState } from '../../../components/command-center/use-list-state.ts';

export interface TabProps {
  tabs: readonly QueueTab[];
  chosen: string;
  state: ListState;
  /** What stands between the tabs and what they show. */
  lead: ReactNode;
}
