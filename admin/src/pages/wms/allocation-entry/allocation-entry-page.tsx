import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { useIsNarrow } from '../../../components/layout/use-media.ts';
import { useTitle } from '../../../components/layout/use-title.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { WaitingScans } from '../../../warehouse/waiting-scans.tsx';
import { EntryLineCard } from './entry-line-card.tsx';
import { RollEntry } from './roll-entry.tsx';
import '../../../styles/warehouse.css';

/** Scanner first: choose a line, scan rolls until its meters are there, confirm. */
export function AllocationEntryPage() {
  const { t } = useText();
  const { params } = useScope();
  useTitle(t('entry.title'));
  const state = useListState();
  const isNarrow = useIsNarrow();
  const list = useViewList('wms/allocation-entry', params);
  const wanted = state.get('line');
  const line = list.rows.find((row) => row.id === wanted) ?? (isNarrow ? null : (list.rows[0] ?? null));
  const choose = (id: string | null) => state.set({ line: id });

  const lines = (
    <div className="sv-work-list">
      <div className="sv-page-head">
        <h1>{t('entry.title')}</h1>
        <span className="sv-faint">{t('entry.count', { count: list.rows.length })}</span>
      </div>
      {list.rows.map((row) => (
        <EntryLineCard key={row.id} row={row} isChosen={row.id === line?.id} onChoose={() => choose(row.id)} />
      ))}
      {list.hasMore && (
        <Button type="text" onClick={list.loadMore} loading={list.isLoadingMore}>
          {t('table.more')}
        </Button>
      )}
    </div>
  );

  if (list.error && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Skeleton rows={8} />;
  if (list.rows.length === 0) return <EmptyState title={t('entry.empty')} why={t('entry.emptyWhy')} />;
  return (
    <div className="sv-work">
      {isNarrow && line ? <h1 className="sv-hidden">{t('entry.title')}</h1> : lines}
      {line && (
        <div className="sv-work-area">
          {isNarrow && (
            <Button type="text" size="large" icon={<ArrowLeftOutlined />} onClick={() => choose(null)}>
              {t('entry.allLines')}
            </Button>
          )}
          <WaitingScans />
          <RollEntry key={line.id} line={line} />
        </div>
      )}
    </div>
  );
}
