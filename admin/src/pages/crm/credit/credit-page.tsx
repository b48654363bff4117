import { CURRENCY_OPTIONS } from '../../../actions/currency-options.ts';
import type { CreditQueueName, CreditRow } from '../../../api/types/credit.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { FilterDefinition } from '../../../components/command-center/column.ts';
import { queueTabs, tabFrom } from '../../../components/command-center/queue-tabs.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { CREDIT_COLUMNS } from './credit-columns.tsx';
import { CreditPanel } from './credit-panel.tsx';

const TABS: readonly CreditQueueName[] = ['over_limit', 'overdue', 'blocked', 'all'];
const FILTERS: readonly FilterDefinition[] = [{ param: 'currency', label: 'field.currency', options: CURRENCY_OPTIONS }];

const rowId = (row: CreditRow) => `${row.profileId}.${row.currency}`;
const profileOf = (id: string) => id.slice(0, id.lastIndexOf('.'));
const rowCode = (row: CreditRow) => `${row.customerName} ${row.currency}`;

/** Whose credit holds shipments, and by how much: the numbers that shipment approval judges by (J27). */
export function CreditPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const clears = useHolds('crm', 'credit:clear');
  const tab = tabFrom(TABS, state.get('tab'), 'all');
  const currency = state.get('currency');
  const list = useViewList('crm/credit', { ...params, queue: tab === 'all' ? '' : tab, currency, q: state.get('q') });
  const queues = useViewList('crm/credit-queues', params);
  const tabs = queueTabs(TABS, {
    label: (id) => `credit.tab.${id}`,
    standing: (id) => queues.rows.find(({ queue }) => queue === id),
    isMine: (id) => id === 'blocked' && clears,
  });
  return (
    <CommandCenter
      table="credit"
      title="credit.title"
      searchHint="credit.search"
      list={list}
      state={state}
      columns={CREDIT_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      needsYou={(row) => row.blockedDeals > 0 && clears}
      queues={{ tabs, param: 'tab', chosen: tab }}
      filters={FILTERS}
      empty={
        <EmptyState
          title={t(`credit.empty.${tab}`)}
          why={state.get('q') !== '' || currency !== '' ? t('states.filtered') : t('credit.emptyWhy')}
        />
      }
      panel={(id) => <CreditPanel key={id} profileId={profileOf(id)} />}
      panelPath={(id) => `/customers/${profileOf(id)}`}
    />
  );
}
