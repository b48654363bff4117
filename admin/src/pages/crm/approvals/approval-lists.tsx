import type { PriceRequestKind, PriceRequestRow } from '../../../api/types/approvals.ts';
import { CommandCenter, type CommandCenterProps } from '../../../components/command-center/command-center.tsx';
import type { FilterDefinition } from '../../../components/command-center/column.ts';
import type { ListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { CUSTOMER_COLUMNS } from '../customers/customer-columns.tsx';
import { CustomerPanel } from '../customers/customer-panel.tsx';
import { FULFILLMENT_BULK } from '../fulfillment/fulfillment-bulk.ts';
import { FULFILLMENT_COLUMNS } from '../fulfillment/fulfillment-columns.tsx';
import { PurchaseOrderPanel } from '../purchase-order/purchase-order-panel.tsx';
import { APPROVAL_COLUMNS } from './approval-columns.tsx';
import { ApprovalPanel } from './approval-panel.tsx';
import { APPROVALS_BULK } from './approvals-bulk.ts';

interface TabProps {
  state: ListState;
  queues: NonNullable<CommandCenterProps<unknown>['queues']>;
}

const KINDS: readonly PriceRequestKind[] = ['discount', 'currency', 'stale'];
const KIND_FILTER: readonly FilterDefinition[] = [
  { param: 'kind', label: 'column.exception', options: KINDS.map((kind) => ({ value: kind, label: `priceRequestKind.${kind}` as const })) },
];
const SHIPMENTS_BULK = FULFILLMENT_BULK.filter((bulk) => bulk.action === 'purchase-order.approve-shipment');

/** The tabs share the address; a sort that another one left there is none of this list. */
const sortAmong = (state: ListState, columns: readonly string[]): string => {
  const sort = state.get('sort');
  return columns.includes(sort.replace('-', '')) ? sort : '';
};
const rowId = (row: { id: string }) => row.id;
const requestCode = (row: PriceRequestRow) => `${row.dealCode} ${row.position}`;

/** Prices that wait for a decision, or those that were decided. */
export function PriceRequests({ queue, decides, state, queues }: TabProps & { queue: 'pending' | 'decided'; decides: boolean }) {
  const { t } = useText();
  const { params } = useScope();
  const usual = queue === 'pending' ? 'requested_at' : '-requested_at';
  const sort = sortAmong(state, ['requested_at', 'gross_amount', 'discount']) || usual;
  const list = useViewList('crm/approvals', { ...params, queue, kind: state.get('kind'), q: state.get('q'), sort });
  return (
    <CommandCenter
      table="approvals"
      title="approvals.title"
      searchHint="approvals.search"
      list={list}
      state={state}
      columns={APPROVAL_COLUMNS}
      rowId={rowId}
      rowCode={requestCode}
      needsYou={(row) => row.status === 'pending' && !row.isOwn && decides}
      queues={queues}
      filters={KIND_FILTER}
      defaultSort={usual}
      bulk={queue === 'pending' ? APPROVALS_BULK : []}
      empty={
        <EmptyState
          title={t(`approvals.empty.${queue}`)}
          why={state.get('q') !== '' || state.get('kind') !== '' ? t('states.filtered') : t('approvals.emptyWhy')}
        />
      }
      panel={(id) => <ApprovalPanel key={id} id={id} />}
    />
  );
}

/** POs whose next step is the approval of their shipment; the same list and panel as under /fulfillment. */
export function ShipmentsToApprove({ state, queues }: TabProps) {
  const { t } = useText();
  const { params } = useScope();
  const sort = sortAmong(state, ['stage_since', 'gross_amount']);
  const list = useViewList('crm/fulfillment', { ...params, tab: 'approval', q: state.get('q'), sort });
  return (
    <CommandCenter
      table="approvals-shipments"
      title="approvals.title"
      searchHint="fulfillment.search"
      list={list}
      state={state}
      columns={FULFILLMENT_COLUMNS}
      rowId={rowId}
      rowCode={(row) => row.code}
      needsYou={() => true}
      queues={queues}
      defaultSort="stage_since"
      bulk={SHIPMENTS_BULK}
      empty={<EmptyState title={t('fulfillment.empty.approval')} why={state.get('q') !== '' ? t('states.filtered') : undefined} />}
      panel={(id) => <PurchaseOrderPanel key={id} id={id} />}
      panelPath={(id) => `/purchase-orders/${id}`}
    />
  );
}

/** Customers that nobody reviewed yet. */
export function CustomersToApprove({ state, queues }: TabProps) {
  const { t } = useText();
  const { params } = useScope();
  const list = useViewList('crm/customers', { ...params, status: 'pending_review', q: state.get('q') });
  return (
    <CommandCenter
      table="approvals-customers"
      title="approvals.title"
      searchHint="customers.search"
      list={list}
      state={state}
      columns={CUSTOMER_COLUMNS}
      rowId={rowId}
      rowCode={(row) => row.name}
      needsYou={() => true}
      queues={queues}
      empty={
        <EmptyState title={t('approvals.empty.customers')} why={state.get('q') !== '' ? t('states.filtered') : t('customers.newHint')} />
      }
      panel={(id) => <CustomerPanel key={id} id={id} />}
      panelPath={(id) => `/customers/${id}`}
    />
  );
}
