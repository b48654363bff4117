import { useListState, type ListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { holdsKey, useMe } from '../../../session/me.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { NodeChoice } from '../integration/node-choice.tsx';
import { AllOverrides } from './all-overrides.tsx';
import { GATE_COLUMNS } from './gate-columns.tsx';
import { GatePanel } from './gate-panel.tsx';
import { gatePath } from './gate-path.ts';
import { gateTabs, OVERRIDES_TAB, queueFrom, rowsFor, rowsIn } from './gate-queues.ts';
import { RulesNode } from './rules-node.tsx';
import type { GateRow } from '../../../api/types/rules.ts';

const rowId = (row: GateRow) => row.id;
const rowCode = (row: GateRow) => row.gate;

/** Every gate with the policy it judges by, and what is being written. */
export function RulesPage() {
  const state = useListState();
  return (
    <RulesNode state={state}>
      <Gates state={state} />
    </RulesNode>
  );
}

function Gates({ state }: { state: ListState }) {
  const { t, language } = useText();
  const me = useMe();
  const { params } = useScope();
  const list = useViewList('core/gates', params);
  const mayPublish = (org: string) => me !== null && holdsKey(me, 'gates:publish', org);
  const chosen = queueFrom(state.get('tab'));
  const typed = state.get('q').trim();
  const tabs = [...gateTabs(list.rows, mayPublish), OVERRIDES_TAB];
  if (state.get('tab') === OVERRIDES_TAB.id) return <AllOverrides state={state} tabs={tabs} />;
  const rows = rowsFor(rowsIn(chosen, list.rows), typed, language);
  return (
    <CommandCenter
      table="gates"
      title="rules.title"
      searchHint="rules.search"
      list={{ ...list, rows }}
      state={state}
      columns={GATE_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      needsYou={(row) => row.inReview > 0 && mayPublish(row.org)}
      queues={{ tabs, param: 'tab', chosen }}
      lead={<NodeChoice state={state} />}
      empty={<EmptyState title={t('rules.empty')} why={t(typed === '' ? 'rules.emptyWhy' : 'states.filtered')} />}
      panel={(id) => <GatePanel row={list.rows.find((row) => row.id === id) ?? null} />}
      panelPath={(id) =>
        gatePath(
          list.rows.find((row) => row.id === id),
          state.get('node'),
        )
      }
    />
  );
}
