import { useListState } from '../../../components/command-center/use-list-state.ts';
import { useIntegrationAlert } from '../../../shell/use-integration-alert.ts';
import { ContractTab } from './contract-tab.tsx';
import { DriftTab } from './drift-tab.tsx';
import { EventsTab } from './events-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { SecretsTab } from './secrets-tab.tsx';
import { tabFrom, tabsWith } from './tabs.ts';

/** What crosses between the systems: how it goes, what is held, and what to do about it. */
export function IntegrationPage() {
  const state = useListState();
  const alert = useIntegrationAlert();
  const chosen = tabFrom(state.get('tab'));
  const shared = { tabs: tabsWith(alert ? { held: alert.dead + alert.parked } : {}), chosen, state };
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
