import { CURRENCY_OPTIONS } from '../../../actions/currency-options.ts';
import type { PriceQueueName, PriceRow } from '../../../api/types/pricing.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { FilterDefinition } from '../../../components/command-center/column.ts';
import { queueTabs, tabFrom } from '../../../components/command-center/queue-tabs.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { PRICE_COLUMNS } from './price-columns.tsx';
import { PricePanel } from './price-panel.tsx';
import { PRICING_BULK } from './pricing-bulk.ts';

const TABS: readonly PriceQueueName[] = ['all', 'stale_in_stock', 'stale', 'missing'];
const FILTERS: readonly FilterDefinition[] = [{ param: 'currency', label: 'field.currency', options: CURRENCY_OPTIONS }];

const rowId = (row: PriceRow) => [row.itemId, row.org, row.currency ?? ''].join('.');
/** The same quality in the same org: what a first price turns a row without one into. */
const isSameQuality = (row: PriceRow, id: string) => id.startsWith(`${row.itemId}.${row.org}.`);
const rowCode = (row: PriceRow) => row.code;

/** List prices of every quality that is sold: which are missing, which sales no longer sees for their age (J12). */
export function PricingPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const reconfirms = useHolds('crm', 'prices:reconfirm');
  const tab = tabFrom(TABS, state.get('tab'), 'all');
  const currency = state.get('currency');
  const list = useViewList('crm/price-list', { ...params, currency, q: state.get('q'), only: tab === 'all' ? '' : tab });
  const queues = useViewList('crm/price-queues', { ...params, currency });
  const tabs = queueTabs(TABS, {
    label: (id) => `pricing.tab.${id}`,
    standing: (id) => queues.rows.find(({ queue }) => queue === id),
    isMine: (id) => id === 'stale_in_stock' && reconfirms,
  });
  return (
    <CommandCenter
      table="pricing"
      title="pricing.title"
      searchHint="pricing.search"
      list={list}
      state={state}
      columns={PRICE_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      needsYou={(row) => row.hiddenFromSales && reconfirms}
      queues={{ tabs, param: 'tab', chosen: tab }}
      filters={FILTERS}
      bulk={PRICING_BULK}
      empty={
        <EmptyState
          title={t(`pricing.empty.${tab}`)}
          why={state.get('q') !== '' || currency !== '' ? t('states.filtered') : t('pricing.emptyWhy')}
        />
      }
      panel={(id) => (
        <PricePanel
          key={id}
          row={list.rows.find((row) => rowId(row) === id) ?? list.rows.find((row) => isSameQuality(row, id)) ?? null}
          isLoading={list.isLoading}
        />
      )}
    />
  );
}
