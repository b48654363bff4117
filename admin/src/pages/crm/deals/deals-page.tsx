import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { DealRow, DealStatus } from '../../../api/types/crm.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { FilterDefinition } from '../../../components/command-center/column.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope, useScopedPath } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { DealPanel } from './deal-panel.tsx';
import { DEAL_COLUMNS } from './deal-columns.tsx';

const STATUSES: readonly DealStatus[] = ['draft', 'submitted', 'won', 'lost', 'cancelled', 'closed'];
const FILTERS: readonly FilterDefinition[] = [
  {
    param: 'status',
    label: 'column.status',
    options: STATUSES.map((status) => ({ value: status, label: `dealStatus.${status}` as const })),
  },
];

const rowId = (row: DealRow) => row.id;
const rowCode = (row: DealRow) => row.code;

export function DealsPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const list = useViewList('crm/deals', { ...params, status: state.get('status'), q: state.get('q') });
  const isFiltered = useMemo(() => state.get('q') !== '' || state.get('status') !== '', [state]);
  return (
    <CommandCenter
      table="deals"
      title="deals.title"
      searchHint="deals.search"
      list={list}
      state={state}
      columns={DEAL_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      filters={FILTERS}
      primary={<NewDealButton />}
      empty={
        <EmptyState
          title={t('deals.empty')}
          why={isFiltered ? t('states.filtered') : t('deals.emptyWhy')}
          act={isFiltered ? null : <NewDealButton />}
        />
      }
      panel={(id) => <DealPanel key={id} id={id} />}
      panelPath={(id) => `/deals/${id}`}
    />
  );
}

function NewDealButton() {
  const { t } = useText();
  const navigate = useNavigate();
  const scoped = useScopedPath();
  const may = useHolds('crm', 'deals:edit');
  if (!may) return null;
  return (
    <Button type="primary" icon={<PlusOutlined />} data-testid="new-deal" onClick={() => void navigate(scoped('/deals/new'))}>
      {t('deals.new')}
    </Button>
  );
}
