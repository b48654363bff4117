import type { InvoiceControlRow, InvoiceControlStatus } from '../../../api/types/wms.ts';
import type { BulkAction } from '../../../components/command-center/bulk-action.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import { queueTabs, tabFrom } from '../../../components/command-center/queue-tabs.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { INVOICE_CONTROL_COLUMNS } from '../orders/order-columns.tsx';
import { OrderPanel } from '../orders/order-panel.tsx';

const TABS: readonly InvoiceControlStatus[] = ['pending_control', 'failed', 'passed'];

const rowId = (row: InvoiceControlRow) => row.id;
const rowCode = (row: InvoiceControlRow) => row.poCode;

const BULK: readonly BulkAction<InvoiceControlRow>[] = [
  {
    action: 'invoice-control.pass',
    send: { by: 'row', item: (row) => ({ order: row.id }) },
    refusal: (row) => (row.invoiceControlStatus === 'pending_control' ? null : 'refusal.notPendingControl'),
  },
];

/** Accounting decides: an order closes only after its invoice passed control. */
export function InvoiceControlPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const decides = useHolds('wms', 'invoice_control:decide');
  const status = tabFrom(TABS, state.get('status'), 'pending_control');
  const list = useViewList('wms/invoice-control', { ...params, status, q: state.get('q') });
  const queues = useViewList('wms/invoice-control-queues', params);
  const standing = (id: InvoiceControlStatus) => {
    const queue = queues.rows.find((candidate) => candidate.status === id);
    // What passed waits for nobody, however old it is.
    return queue && id === 'passed' ? { ...queue, oldestSince: null } : queue;
  };
  const tabs = queueTabs(TABS, { label: (id) => `controlStatus.${id}`, standing, isMine: (id) => decides && id === 'pending_control' });
  return (
    <CommandCenter
      table="invoice-control"
      title="control.title"
      searchHint="orders.search"
      list={list}
      state={state}
      columns={INVOICE_CONTROL_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      needsYou={(row) => decides && row.invoiceControlStatus === 'pending_control'}
      queues={{ tabs, param: 'status', chosen: status }}
      bulk={status === 'pending_control' ? BULK : []}
      empty={<EmptyState title={t(`control.empty.${status}`)} why={state.get('q') ? t('states.filtered') : t('control.emptyWhy')} />}
      panel={(id) => <OrderPanel key={id} id={id} />}
      panelPath={(id) => `/orders/${id}`}
    />
  );
}
