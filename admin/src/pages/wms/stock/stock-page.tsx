import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { RollRow, RollStatus } from '../../../api/types/wms.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { FilterDefinition } from '../../../components/command-center/column.ts';
import { useListState, type ListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { QualitySelect } from './quality-select.tsx';
import { ROLL_COLUMNS } from './roll-columns.tsx';
import { RollPanel } from './roll-panel.tsx';
import '../../../styles/stock.css';

const ReceiveDialog = lazy(() => import('./receive-dialog.tsx').then((module) => ({ default: module.ReceiveDialog })));
const QualityDialog = lazy(() => import('./quality-dialog.tsx').then((module) => ({ default: module.QualityDialog })));

const STATUSES: readonly RollStatus[] = ['in_stock', 'allocated', 'shipped', 'written_off'];
const STATUS_FILTER: FilterDefinition = {
  param: 'status',
  label: 'column.status',
  options: STATUSES.map((status) => ({ value: status, label: `rollStatus.${status}` as const })),
};
/** A lot is chosen on one of its rolls; here it can be read and taken away. */
const LOT_FILTER: FilterDefinition = { param: 'lot', label: 'column.lot', options: [] };
const PARAMS = ['q', 'status', 'quality', 'lot'] as const;

const rowId = (row: RollRow) => row.id;
const rowCode = (row: RollRow) => row.code;

/** Every roll, where it lies and what of it is free; rolls come in here and are measured anew. */
export function StockPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const asked = Object.fromEntries(PARAMS.map((param) => [param, state.get(param)]));
  const list = useViewList('wms/rolls', { ...params, ...asked });
  const isFiltered = PARAMS.some((param) => state.get(param) !== '');
  return (
    <CommandCenter
      table="stock"
      title="stock.title"
      searchHint="stock.search"
      list={list}
      state={state}
      columns={ROLL_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      filters={state.get('lot') === '' ? [STATUS_FILTER] : [STATUS_FILTER, LOT_FILTER]}
      lead={<QualityFilter state={state} firstRow={list.rows[0] ?? null} />}
      primary={<StockActs />}
      empty={<EmptyState title={t('stock.empty')} why={isFiltered ? t('states.filtered') : t('stock.emptyWhy')} />}
      panel={(id) => <RollPanel key={id} id={id} onLot={(lot) => state.set({ lot, open: null })} />}
    />
  );
}

function QualityFilter({ state, firstRow }: { state: ListState; firstRow: RollRow | null }) {
  const { t } = useText();
  const id = state.get('quality');
  const label = firstRow?.qualityId === id ? `${firstRow.qualityCode} · ${firstRow.qualityName}` : t('column.quality');
  return (
    <div className="sv-lead">
      <QualitySelect
        value={id === '' ? null : { id, label }}
        placeholder={t('stock.allQualities')}
        allowClear
        onChange={(quality) => state.set({ quality: quality?.id ?? null })}
      />
    </div>
  );
}

/** Whose rolls they are is never guessed: they come in while looking at one organisation. */
function StockActs() {
  const { t } = useText();
  const { scope } = useScope();
  const [dialog, setDialog] = useState<'receive' | 'quality' | null>(null);
  const org = scope.kind === 'active' ? scope.org : null;
  const mayReceive = useHolds('wms', 'stock:work', org?.code);
  const mayAddQuality = useHolds('wms', 'catalog:edit', org?.code);
  const close = () => setDialog(null);
  return (
    <div className="sv-row">
      {mayAddQuality && (
        <Button data-testid="new-quality" onClick={() => setDialog('quality')}>
          {t('stock.addQuality')}
        </Button>
      )}
      {mayReceive && org !== null && (
        <Button type="primary" icon={<PlusOutlined />} data-testid="receive-rolls" onClick={() => setDialog('receive')}>
          {t('stock.receive')}
        </Button>
      )}
      <Suspense fallback={null}>
        {dialog === 'receive' && org !== null && <ReceiveDialog org={org} onClose={close} />}
        {dialog === 'quality' && <QualityDialog quality={null} onClose={close} />}
      </Suspense>
    </div>
  );
}
