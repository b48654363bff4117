import type { OrderRow, OrderStatus } from '../../../api/types/wms.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { FilterDefinition } from '../../../components/command-center/column.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { ORDER_COLUMNS } from './order-columns.tsx';
import { OrderPanel } from './order-panel.tsx';

const STATUSES: readonly OrderStatus[] = ['released', 'picking', 'picked', 'shipped', 'delivered', 'invoiced', 'closed', 'cancelled'];
const FILTERS: readonly FilterDefinition[] = [
  {
    param: 'status',
    label: 'column.status',
    options: STATUSES.map((status) => ({ value: status, label: `orderStatus.${status}` as const })),
  },
];
const rowId = (row: OrderRow) => row.id;
const rowCode = (row: OrderRow) => row.poCode;

export function OrdersPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const list = useViewList('wms/orders', { ...params, status: state.get('status'), q: state.get('q') });
  const isFiltered = state.get('q') !== '' || state.get('status') !== '';
  return (
    <CommandCenter
      table="orders"
      title="orders.title"
      searchHint="orders.search"
      list={list}
      state={state}
      columns={ORDER_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      filters={FILTERS}
      empty={<EmptyState title={t('orders.empty')} why={isFiltered ? t('states.filtered') : t('orders.emptyWhy')} />}
      panel={(id) => <OrderPanel key={id} id={id} />}
      panelPath={(id) => `/orders/${id}`}
    />
  );
}
