import type { PoStage } from '../../../api/types/crm.ts';
import type { FilterDefinition } from '../../../components/command-center/column.ts';

const STAGES: readonly PoStage[] = [
  'needs_allocation_plan',
  'needs_roll_entry',
  'needs_ship_date',
  'needs_payment',
  'needs_approval',
  'released',
  'picking',
  'shipped',
  'delivered',
  'invoiced',
  'closed',
  'cancelled',
];

export const STAGE_FILTER: readonly FilterDefinition[] = [
  { param: 'stage', label: 'column.stage', options: STAGES.map((stage) => ({ value: stage, label: `stage.${stage}` as const })) },
];
