import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { SOON_DAYS } from '../../../session/soon.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { AccessFrame } from './access-frame.tsx';
import { stripOf, tabsFor } from './access-tabs.ts';
import { CertificatesTab } from './certificates-tab.tsx';
import { GrantsTab } from './grants-tab.tsx';
import { LendingTab } from './lending-tab.tsx';
import { OrgsTab } from './orgs-tab.tsx';
import { ReasonsTab } from './reasons-tab.tsx';
import { RolesTab } from './roles-tab.tsx';
import '../../../styles/access.css';

/** Who may do what, where, until when. */
export function AccessPage() {
  const { t } = useText();
  const { params, scope } = useScope();
  const state = useListState();
  const org = scope.kind === 'active' ? scope.org.code : undefined;
  const manages = useHolds('core', 'access:manage', org);
  const lends = useHolds('core', 'access:delegate', org);
  const soon = useViewList('core/access', { ...params, expires_within_days: SOON_DAYS }, { enabled: manages, pageSize: 100 });
  const tabs = tabsFor(manages, lends);
  const chosen = tabs.find((tab) => tab === state.get('tab')) ?? tabs[0];
  if (!chosen) return <EmptyState title={t('states.notYours')} why={t('states.notYoursWhy', { system: t('access.title') })} />;

  const strip = { tabs: stripOf(tabs, manages ? soon.rows.length : null), param: 'tab', chosen };
  if (chosen === 'grants' || chosen === 'expiring')
    return <GrantsTab queues={strip} withinDays={chosen === 'expiring' ? SOON_DAYS : null} state={state} />;
  return (
    <AccessFrame queues={strip} state={state}>
      {chosen === 'roles' && <RolesTab />}
      {chosen === 'orgs' && <OrgsTab />}
      {chosen === 'reasons' && <ReasonsTab />}
      {chosen === 'lending' && <LendingTab />}
      {chosen === 'certificates' && <CertificatesTab />}
    </AccessFrame>
  );
}
