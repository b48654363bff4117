import type { PlanningRow } from '../../../api/types/wms.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import type { BulkAction } from '../../../components/command-center/bulk-action.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { PlanningPanel } from './planning-panel.tsx';
import { PLANNING_COLUMNS } from './planning-columns.tsx';

const rowId = (row: PlanningRow) => row.id;
const rowCode = (row: PlanningRow) => `${row.dealCode}/${row.position}`;

const BULK: readonly BulkAction<PlanningRow>[] = [
  {
    action: 'reservation.plan',
    send: { by: 'items', command: 'reservation.plan-many', key: 'stock:work', item: (row) => ({ line: row.id }) },
    refusal: () => null,
  },
];

/** Reserved lines that wait for a plan; many at once. */
export function AllocationPlanningPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const list = useViewList('wms/allocation-planning', { ...params, q: state.get('q') });
  return (
    <CommandCenter
      table="allocation-planning"
      title="planning.title"
      searchHint="planning.search"
      list={list}
      state={state}
      columns={PLANNING_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      bulk={BULK}
      empty={<EmptyState title={t('planning.empty')} why={state.get('q') ? t('states.filtered') : t('planning.emptyWhy')} />}
      panel={(id) => <PlanningPanel line={list.rows.find((row) => row.id === id) ?? null} />}
    />
  );
}
