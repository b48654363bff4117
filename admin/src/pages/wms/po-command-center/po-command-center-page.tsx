import { useMemo } from 'react';
import type { PoCommandCenterRow, PoQueue } from '../../../api/types/wms.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { QueueTab } from '../../../components/command-center/column.ts';
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
const isQueue = (value: string): value is PoQueue => (QUEUES as readonly string[]).includes(value);

const rowId = (row: PoCommandCenterRow) => `${row.kind}.${row.id}`;
const rowCode = (row: PoCommandCenterRow) => row.code;

/** Everything on its way through the warehouse, by what it waits for. */
export function PoCommandCenterPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const roles = useRoles();
  const queues = useViewList('wms/po-queues', params);
  const wanted = state.get('queue');
  const chosen: PoQueue = isQueue(wanted) ? wanted : 'to_plan';
  const list = useViewList('wms/po-command-center', { ...params, queue: chosen, q: state.get('q') });
  const isWarehouse = roles.has('warehouse') || roles.has('warehouse_manager');

  const tabs = useMemo(
    () =>
      QUEUES.map((id): QueueTab => {
        const queue = queues.rows.find((candidate) => candidate.queue === id);
        return {
          id,
          label: `poQueue.${id}`,
          count: queue?.count ?? null,
          oldestSince: queue?.oldestSince ?? null,
          isMine: isWarehouse && WAREHOUSE_ACTS.includes(id),
        };
      }),
    [queues.rows, isWarehouse],
  );
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
