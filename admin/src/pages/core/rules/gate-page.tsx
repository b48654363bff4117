import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { GateView } from '../../../api/types/rules.ts';
import { useListState, type ListState } from '../../../components/command-center/use-list-state.ts';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { useScope } from '../../../routing/scope.ts';
import { useViewOne } from '../../../views/use-view-one.ts';
import { BacktestTab } from './backtest-tab.tsx';
import { DecisionsTab } from './decisions-tab.tsx';
import { DiffTab } from './diff-tab.tsx';
import { EditorTab } from './editor-tab.tsx';
import { GateFrame, GateLead } from './gate-frame.tsx';
import { tabFrom, tabsWith, type GateTab } from './gate-tabs.ts';
import { HistoryTab } from './history-tab.tsx';
import { OverridesTab } from './overrides-tab.tsx';
import { PolicyTab } from './policy-tab.tsx';
import { RulesNode } from './rules-node.tsx';
import { SimulatorTab } from './simulator-tab.tsx';
import type { GateTabProps } from './tab-props.ts';
import { useWorkingText } from './use-working-text.ts';
import { openVersions } from './versions.ts';

/** One gate in one org: what it asks for, and everything that is done about that. */
export function GatePage() {
  const state = useListState();
  return (
    <RulesNode state={state}>
      <Asked state={state} />
    </RulesNode>
  );
}

function Asked({ state }: { state: ListState }) {
  const { gate } = useParams();
  const { scope } = useScope();
  // Over all orgs the address says which; otherwise the chosen org does.
  const org = scope.kind === 'all' ? state.get('in') || scope.org.code : scope.kind === 'active' ? scope.org.code : undefined;
  const view = useViewOne('core/gate', gate ?? null, { scope: 'active', org });
  return <Loaded view={view}>{(data) => <Tabs key={data.id} gate={data} state={state} />}</Loaded>;
}

const TABS: Record<Exclude<GateTab, 'decisions'>, (props: GateTabProps) => ReactNode> = {
  policy: PolicyTab,
  editor: EditorTab,
  simulator: SimulatorTab,
  backtest: BacktestTab,
  diff: DiffTab,
  history: HistoryTab,
  overrides: OverridesTab,
};

function Tabs({ gate, state }: { gate: GateView; state: ListState }) {
  const work = useWorkingText(gate);
  const chosen = tabFrom(state.get('tab'));
  const tabs = tabsWith(openVersions(gate).length);
  // A list brings the head and strip itself.
  if (chosen === 'decisions')
    return <DecisionsTab gate={gate} state={state} queues={{ tabs, param: 'tab', chosen }} lead={<GateLead gate={gate} />} />;
  const Tab = TABS[chosen];
  return (
    <GateFrame gate={gate} state={state} tabs={tabs} chosen={chosen}>
      <Tab gate={gate} state={state} work={work} />
    </GateFrame>
  );
}
