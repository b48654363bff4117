import type { FulfillmentTab } from '../../../api/types/crm.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import { queueTabs, tabFrom } from '../../../components/command-center/queue-tabs.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useRoles } from '../../../session/use-roles.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { PurchaseOrderPanel } from '../purchase-order/purchase-order-panel.tsx';
import { FULFILLMENT_BULK } from './fulfillment-bulk.ts';
import { FULFILLMENT_COLUMNS } from './fulfillment-columns.tsx';
import { STAGE_FILTER } from './stage-filter.ts';
import { waitsForMe } from './waits-for-me.ts';

const TABS: readonly FulfillmentTab[] = ['all', 'warehouse', 'ship_date', 'shortage', 'payment', 'approval', 'unanswered'];

const rowId = (row: { id: string }) => row.id;
const rowCode = (row: { code: string }) => row.code;

/** The human gates of every PO: what waits, for whom, and since when. */
export function FulfillmentPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const roles = useRoles();
  const tab = tabFrom(TABS, state.get('tab'), 'all');
  const list = useViewList('crm/fulfillment', { ...params, tab, stage: state.get('stage'), q: state.get('q'), sort: state.get('sort') });
  const queues = useViewList('crm/fulfillment-queues', params);

  const tabs = queueTabs(TABS, {
    label: (id) => `fulfillment.tab.${id}`,
    standing: (id) => queues.rows.find((queue) => queue.tab === id),
    isMine: (id) => id !== 'all' && id !== 'warehouse' && roles.has('sales_manager'),
  });
  const isFiltered = state.get('q') !== '' || state.get('stage') !== '';

  return (
    <CommandCenter
      table="fulfillment"
      title="fulfillment.title"
      searchHint="fulfillment.search"
      list={list}
      state={state}
      columns={FULFILLMENT_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      needsYou={(row) => waitsForMe(row, roles)}
      queues={{ tabs, param: 'tab', chosen: tab }}
      filters={STAGE_FILTER}
      defaultSort="stage_since"
      bulk={FULFILLMENT_BULK}
      empty={<EmptyState title={t(`fulfillment.empty.${tab}`)} why={isFiltered ? t('states.filtered') : t('fulfillment.emptyWhy')} />}
      panel={(id) => <PurchaseOrderPanel key={id} id={id} />}
      panelPath={(id) => `/purchase-orders/${id}`}
    />
  );
}
