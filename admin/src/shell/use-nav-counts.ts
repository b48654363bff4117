import type { FulfillmentTab } from '../api/types/crm.ts';
import type { Role, System } from '../api/types/shared.ts';
import type { PoQueue } from '../api/types/wms.ts';
import { useScope } from '../routing/scope.ts';
import { systemsOf, useMe } from '../session/me.ts';
import { useRoles } from '../session/use-roles.ts';
import { useSession } from '../session/session-store.ts';
import { useViewList } from '../views/use-view-list.ts';
import type { PageId } from './nav-items.ts';

const QUEUES_OF: Partial<Record<PageId, readonly PoQueue[]>> = {
  poCommandCenter: ['to_plan', 'to_allocate', 'released', 'picking', 'picked'],
  allocationPlanning: ['to_plan'],
  allocationEntry: ['to_allocate'],
  picking: ['released', 'picking'],
  shipments: ['picked'],
};

/** What waits on /fulfillment for a person of these roles. */
function tabsOf(roles: ReadonlySet<Role>): readonly FulfillmentTab[] {
  if (roles.has('sales_manager')) return ['payment', 'approval', 'ship_date', 'shortage'];
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
  const crm = useViewList('crm/fulfillment-queues', params, { enabled: useIsOpen('crm') });
  const wms = useViewList('wms/po-queues', params, { enabled: useIsOpen('wms') });
  const counts: Partial<Record<PageId, number>> = {};
  const mine = tabsOf(roles);
  if (crm.rows.length > 0) counts.fulfillment = crm.rows.filter((row) => mine.includes(row.tab)).reduce((sum, row) => sum + row.count, 0);
  if (wms.rows.length > 0) {
    for (const [page, queues] of Object.entries(QUEUES_OF)) {
      counts[page as PageId] = wms.rows.filter((row) => queues.includes(row.queue)).reduce((sum, row) => sum + row.count, 0);
    }
  }
  return counts;
}
