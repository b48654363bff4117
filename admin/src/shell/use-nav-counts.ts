import type { FulfillmentTab } from '../api/types/crm.ts';
import type { Queue, Role, System } from '../api/types/shared.ts';
import type { PoQueue } from '../api/types/wms.ts';
import { useScope } from '../routing/scope.ts';
import { systemsOf, useMe } from '../session/me.ts';
import { SOON_DAYS } from '../session/soon.ts';
import { useRoles } from '../session/use-roles.ts';
import { useSession } from '../session/session-store.ts';
import { useViewList } from '../views/use-view-list.ts';
import type { PageId } from './nav-items.ts';
import { useNodeAlerts } from './use-node-alerts.ts';

/** Pages of whole orders, and what waits on each. */
const QUEUES_OF: Partial<Record<PageId, readonly PoQueue[]>> = {
  poCommandCenter: ['to_plan', 'to_allocate', 'released', 'picking', 'picked'],
  picking: ['released', 'picking'],
  shipments: ['picked'],
};

/** Pages that are worked line by line count lines, as their lists do. */
const LINES_OF: Partial<Record<PageId, PoQueue>> = { allocationPlanning: 'to_plan', allocationEntry: 'to_allocate' };

/** What waits on /fulfillment for a person of these roles. */
function tabsOf(roles: ReadonlySet<Role>): readonly FulfillmentTab[] {
  if (roles.has('sales_manager')) return ['payment', 'approval', 'ship_date', 'shortage', 'unanswered'];
  if (roles.has('accounting')) return ['payment'];
  return ['ship_date'];
}

const useIsOpen = (system: System): boolean => {
  const me = useMe();
  const session = useSession(system);
  return me !== null && systemsOf(me).has(system) && session.kind === 'in';
};

/** Live counts beside the pages: what waits there. */
export function useNavCounts(): Partial<Record<PageId, number>> {
  const { params } = useScope();
  const roles = useRoles();
  const isCrmOpen = useIsOpen('crm');
  const isWmsOpen = useIsOpen('wms');
  const crm = useViewList('crm/fulfillment-queues', params, { enabled: isCrmOpen });
  const prices = useViewList('crm/approval-queues', params, { enabled: isCrmOpen && (roles.has('sales_manager') || roles.has('pricing')) });
  const wms = useViewList('wms/po-queues', params, { enabled: isWmsOpen });
  const control = useViewList('wms/invoice-control-queues', params, { enabled: isWmsOpen && roles.has('accounting') });
  const ending = useViewList('core/access', { ...params, expires_within_days: SOON_DAYS }, { enabled: roles.has('admin'), pageSize: 100 });
  const alerts = useNodeAlerts();
  const counts: Partial<Record<PageId, number>> = {};
  const mine = tabsOf(roles);
  if (crm.rows.length > 0) counts.fulfillment = sumOf(crm.rows.filter((row) => mine.includes(row.tab)));
  counts.approvals = sumOf(prices.rows.filter((row) => row.queue === 'pending'));
  for (const [page, queues] of Object.entries(QUEUES_OF)) {
    counts[page as PageId] = sumOf(wms.rows.filter((row) => queues.includes(row.queue)));
  }
  for (const [page, queue] of Object.entries(LINES_OF)) {
    counts[page as PageId] = wms.rows.find((row) => row.queue === queue)?.lineCount ?? 0;
  }
  if (roles.has('admin')) counts.access = ending.rows.length;
  if (alerts.length > 0)
    counts.integration = alerts.reduce((sum, alert) => sum + alert.dead + alert.parked + alert.contractDiffersAt.length, 0);
  counts.invoiceControl = sumOf(control.rows.filter((row) => row.status === 'pending_control'));
  return counts;
}

const sumOf = (queues: readonly Queue[]): number => queues.reduce((sum, queue) => sum + queue.count, 0);
