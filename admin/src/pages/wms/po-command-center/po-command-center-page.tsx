import type { PoCommandCenterRow, PoQueue } from '../../../api/types/wms.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import { queueTabs, tabFrom } from '../../../components/command-center/queue-tabs.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useRoles } from '../../../session/use-roles.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { OrderPanel } from '../orders/order-panel.tsx';
import { PO_COLUMNS } from './po-columns.tsx';
import { ReservationPanel } from './reservation-panel.tsx';

const QUEUES: readonly PoQueue[] = [
  'to_plan',
  'to_allocate',
  'released',
  'picking',
  'picked',
  'shipped',
  'delivered',
  'invoiced',
  'closed',
];
const WAREHOUSE_ACTS: readonly PoQueue[] = ['to_plan', 'to_allocate', 'released', 'picking', 'picked', 'shipped'];

const rowId = (row: PoCommandCenterRow) => `${row.kind}.${row.id}`;
const rowCode = (row: PoCommandCenterRow) => row.code;

/** Everything on its way through the warehouse, by what it waits for. */
export function PoCommandCenterPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const roles = useRoles();
  const queues = useViewList('wms/po-queues', params);
  const chosen = tabFrom(QUEUES, state.get('queue'), 'to_plan');
  const list = useViewList('wms/po-command-center', { ...params, queue: chosen, q: state.get('q') });
  const isWarehouse = roles.has('warehouse') || roles.has('warehouse_manager');

  const tabs = queueTabs(QUEUES, {
    label: (id) => `poQueue.${id}`,
    standing: (id) => queues.rows.find(({ queue }) => queue === id),
    isMine: (id) => isWarehouse && WAREHOUSE_ACTS.includes(id),
  });
  return (
    <CommandCenter
      table="po-command-center"
      title="poCenter.title"
      searchHint="poCenter.search"
      list={list}
      state={state}
      columns={PO_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      needsYou={() => isWarehouse && WAREHOUSE_ACTS.includes(chosen)}
      queues={{ tabs, param: 'queue', chosen }}
      empty={
        <EmptyState
          title={t('poCenter.empty', { queue: t(`poQueue.${chosen}`) })}
          why={state.get('q') ? t('states.filtered') : t('poCenter.emptyWhy')}
        />
      }
      panel={(open) => {
        const [kind, id = ''] = open.split('.');
        if (kind === 'order') return <OrderPanel key={id} id={id} />;
        return <ReservationPanel key={id} id={id} row={list.rows.find((row) => rowId(row) === open) ?? null} />;
      }}
    />
  );
}
