import type { FulfillmentRow } from '../../../api/types/crm.ts';
import type { Role } from '../../../api/types/shared.ts';

/** True when the next step of this PO is the reader's own: the red edge means that and nothing else. */
export function waitsForMe(row: Pick<FulfillmentRow, 'stage' | 'openShortageCount'>, roles: ReadonlySet<Role>): boolean {
  const isManager = roles.has('sales_manager');
  if (row.openShortageCount > 0 && row.stage.startsWith('needs_')) return isManager;
  if (row.stage === 'needs_ship_date') return isManager || roles.has('sales');
  if (row.stage === 'needs_payment') return isManager || roles.has('accounting');
  return row.stage === 'needs_approval' && isManager;
}
