import type { PoQueue, ShipmentRow } from '../../../api/types/wms.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import { queueTabs, tabFrom } from '../../../components/command-center/queue-tabs.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useRoles } from '../../../session/use-roles.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { SHIPMENT_COLUMNS } from '../orders/order-columns.tsx';
import { OrderPanel } from '../orders/order-panel.tsx';

const TABS = ['to_ship', 'shipped', 'delivered'] as const;
type Tab = (typeof TABS)[number];
const QUEUE_OF: Record<Tab, PoQueue> = { to_ship: 'picked', shipped: 'shipped', delivered: 'delivered' };

const rowId = (row: ShipmentRow) => row.id;
const rowCode = (row: ShipmentRow) => row.poCode;

/** Out of the door, and proof that it arrived. */
export function ShipmentsPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const roles = useRoles();
  const tab = tabFrom(TABS, state.get('tab'), 'to_ship');
  const list = useViewList('wms/shipments', { ...params, tab, q: state.get('q') });
  const queues = useViewList('wms/po-queues', params);
  const isWarehouse = roles.has('warehouse') || roles.has('warehouse_manager');
  const tabs = queueTabs(TABS, {
    label: (id) => `shipments.tab.${id}`,
    standing: (id) => queues.rows.find(({ queue }) => queue === QUEUE_OF[id]),
    isMine: (id) => isWarehouse && id !== 'delivered',
  });
  return (
    <CommandCenter
      table="shipments"
      title="shipments.title"
      searchHint="orders.search"
      list={list}
      state={state}
      columns={SHIPMENT_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      needsYou={() => isWarehouse && tab !== 'delivered'}
      queues={{ tabs, param: 'tab', chosen: tab }}
      empty={<EmptyState title={t(`shipments.empty.${tab}`)} why={state.get('q') ? t('states.filtered') : t('shipments.emptyWhy')} />}
      panel={(id) => <OrderPanel key={id} id={id} />}
      panelPath={(id) => `/orders/${id}`}
    />
  );
}
