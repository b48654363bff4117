import { useListState, type ListState } from '../../../components/command-center/use-list-state.ts';
import { SignedInAt } from '../../../routing/guards.tsx';
import { CoreNode, otherNode } from '../../../session/core-node.ts';
import { useMe } from '../../../session/me.ts';
import { useIntegrationAlert } from '../../../shell/use-integration-alert.ts';
import { ContractTab } from './contract-tab.tsx';
import { DriftTab } from './drift-tab.tsx';
import { EventsTab } from './events-tab.tsx';
import { NodeChoice } from './node-choice.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { SecretsTab } from './secrets-tab.tsx';
import { tabFrom, tabsWith } from './tabs.ts';

/** What crosses between the systems, as the chosen node knows it: how it goes, what is held, and what to do about it. */
export function IntegrationPage() {
  const state = useListState();
  const me = useMe();
  const node = otherNode(state.get('node'));
  if (node === null || me === null) return <Tabs state={state} />;
  return (
    <CoreNode value={node}>
      <SignedInAt system={node} me={me}>
        <Tabs key={node} state={state} />
      </SignedInAt>
    </CoreNode>
  );
}

function Tabs({ state }: { state: ListState }) {
  const alert = useIntegrationAlert();
  const chosen = tabFrom(state.get('tab'));
  const shared = {
    tabs: tabsWith(alert ? { held: alert.dead + alert.parked, contract: alert.contractDiffersAt.length } : {}),
    chosen,
    state,
    lead: <NodeChoice state={state} />,
  };
  switch (chosen) {
    case 'overview':
      return <OverviewTab {...shared} />;
    case 'events':
    case 'held':
      return <EventsTab key={chosen} {...shared} isHeld={chosen === 'held'} />;
    case 'secrets':
      return <SecretsTab {...shared} />;
    case 'contract':
      return <ContractTab {...shared} />;
    case 'drift':
      return <DriftTab {...shared} />;
  }
}
