import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import type { ViewList } from '../../views/use-view-list.ts';
import { useIsPhone } from '../layout/use-media.ts';
import { ErrorState } from '../state/error-state.tsx';
import { Skeleton } from '../state/skeleton.tsx';
import { CardList } from './card-list.tsx';
import type { Column } from './column.ts';
import { DataTable } from './data-table.tsx';

interface RowAreaProps<Row> {
  label: string;
  list: ViewList<Row>;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  rowCode: (row: Row) => string;
  needsYou: ((row: Row) => boolean) | undefined;
  cursor: number;
  openId: string | null;
  selected: ReadonlySet<string>;
  canSelect: boolean;
  sort: string;
  onSort: (column: string) => void;
  onOpen: (row: Row, index: number) => void;
  onSelect: (row: Row, isSelected: boolean) => void;
  onSelectAll: (isSelected: boolean) => void;
  empty: ReactNode;
}

/** The scrolling part of a list in its honest states: waiting, failed, empty, rows, more to come. */
export function RowArea<Row>({ list, empty, ...table }: RowAreaProps<Row>) {
  const { t } = useText();
  const isPhone = useIsPhone();
  if (list.error && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Skeleton rows={12} />;
  if (list.rows.length === 0) return <>{empty}</>;
  return (
    <div className="sv-rows" data-testid="rows" role="region" aria-label={table.label} tabIndex={0}>
      {list.error && <p className="sv-inline-error">{t('states.refreshFailed')}</p>}
      {isPhone ? (
        <CardList rows={list.rows} isPrevious={list.isPrevious} {...table} />
      ) : (
        <DataTable rows={list.rows} isPrevious={list.isPrevious} {...table} />
      )}
      <More list={list} />
    </div>
  );
}

function More<Row>({ list }: { list: ViewList<Row> }) {
  const { t } = useText();
  const end = useRef<HTMLDivElement>(null);
  const { hasMore, loadMore } = list;
  useEffect(() => {
    const element = end.current;
    if (!element || !hasMore) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) loadMore();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, loadMore]);
  return (
    <div ref={end} className="sv-more">
      {hasMore ? (
        <Button type="text" loading={list.isLoadingMore} onClick={loadMore}>
          {t('table.more')}
        </Button>
      ) : (
        <span className="sv-faint">{t('table.allShown', { count: list.rows.length })}</span>
      )}
    </div>
  );
}
