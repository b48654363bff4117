import { useCallback, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import type { TextKey } from '../../i18n/text-key.ts';
import { useScope } from '../../routing/scope.ts';
import type { ViewList } from '../../views/use-view-list.ts';
import { useIsPhone } from '../layout/use-media.ts';
import { useTitle } from '../layout/use-title.ts';
import { FaultBoundary } from '../state/fault-boundary.tsx';
import { SidePanel } from '../side-panel/side-panel.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { BulkChoice } from './bulk-action.ts';
import type { Column, FilterDefinition, QueueTab } from './column.ts';
import { ColumnChooser, useColumnChoice } from './column-chooser.tsx';
import { FilterBar } from './filter-bar.tsx';
import { QueueStrip } from './queue-strip.tsx';
import { RowArea } from './row-area.tsx';
import { SavedViews } from './saved-views.tsx';
import type { ListState } from './use-list-state.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useSelection } from './use-selection.ts';

export interface CommandCenterProps<Row> {
  /** Names what is stored for this list on this machine. */
  table: string;
  title: TextKey;
  /** The name of the record, where the list is a part of its page. */
  heading?: string;
  searchHint?: TextKey;
  list: ViewList<Row>;
  state: ListState;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  rowCode: (row: Row) => string;
  needsYou?: (row: Row) => boolean;
  queues?: { tabs: readonly QueueTab[]; param: string; chosen: string };
  /** What stands between the queues and the rows. */
  lead?: ReactNode;
  filters?: readonly FilterDefinition[];
  defaultSort?: string;
  bulk?: readonly BulkChoice<Row>[];
  empty: ReactNode;
  /** The one act that starts something new here. */
  primary?: ReactNode;
  panel?: (id: string) => ReactNode;
  panelPath?: (id: string) => string;
}

/** Queues, filters, table, side panel and bulk bar: the one pattern of all lists. */
export function CommandCenter<Row>(props: CommandCenterProps<Row>) {
  const { t } = useText();
  const { isAll } = useScope();
  const isPhone = useIsPhone();
  const heading = props.heading ?? t(props.title);
  useTitle(heading);
  const { list, state, rowId, rowCode, queues, bulk = [] } = props;
  const selection = useSelection(list.rows, rowId);
  const choice = useColumnChoice(props.table, props.columns, isAll);
  const canSelect = bulk.length > 0;
  const { open, setOpen } = state;

  const [cursor, setCursor] = useRowKeys({
    rows: list.rows,
    rowId,
    openId: open,
    setOpen,
    canSelect,
    toggleSelected: (row) => selection.select(row, !selection.ids.has(rowId(row))),
    loadMore: list.loadMore,
  });
  const openRow = useCallback(
    (row: Row, index: number) => {
      setCursor(index);
      setOpen(rowId(row));
    },
    [setCursor, setOpen, rowId],
  );

  return (
    <div className={`sv-center ${open && props.panel ? 'has-panel' : ''}`}>
      <div className="sv-center-main">
        <div className="sv-page-head">
          <h1>{heading}</h1>
          <span className="sv-grow" />
          {props.primary}
        </div>
        {queues && (
          <QueueStrip
            tabs={queues.tabs}
            chosen={queues.chosen}
            onChoose={(id) => {
              selection.clear();
              state.set({ [queues.param]: id, open: null });
            }}
          />
        )}
        {props.lead}
        <FilterBar state={state} filters={props.filters ?? []} searchHint={props.searchHint ? t(props.searchHint) : null}>
          {!isPhone && <SavedViews table={props.table} />}
          {!isPhone && <ColumnChooser columns={props.columns} choice={choice} />}
        </FilterBar>
        <RowArea
          label={t(props.title)}
          list={list}
          columns={isPhone ? props.columns.filter((column) => isAll || !column.onlyInAllOrgs) : choice.shown}
          rowId={rowId}
          rowCode={rowCode}
          needsYou={props.needsYou}
          cursor={cursor}
          openId={open}
          selected={selection.ids}
          canSelect={canSelect && !isPhone}
          sort={state.get('sort') || (props.defaultSort ?? '')}
          onSort={(column) => state.turnSort(column, props.defaultSort ?? '')}
          onOpen={openRow}
          onSelect={selection.select}
          onSelectAll={selection.selectAll}
          empty={props.empty}
        />
        {selection.rows.length > 0 && <BulkBar rows={selection.rows} actions={bulk} rowCode={rowCode} onClear={selection.clear} />}
      </div>
      {open && props.panel && (
        <SidePanel onClose={() => setOpen(null)} {...(props.panelPath ? { fullPath: props.panelPath(open) } : {})}>
          <FaultBoundary place={open}>{props.panel(open)}</FaultBoundary>
        </SidePanel>
      )}
    </div>
  );
}
