import type { GateView } from '../../../api/types/rules.ts';
import type { ListState } from '../../../components/command-center/use-list-state.ts';
import type { WorkingText } from './use-working-text.ts';

export interface GateTabProps {
  gate: GateView;
  state: ListState;
  work: WorkingText;
}
