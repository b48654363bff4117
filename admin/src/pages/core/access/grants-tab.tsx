import { MailOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { GrantRow, GrantState } from '../../../api/types/core.ts';
import type { Role } from '../../../api/types/shared.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { FilterDefinition, QueueTab } from '../../../components/command-center/column.ts';
import type { ListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { GRANT_COLUMNS } from './grant-columns.tsx';
import { GrantPanel } from './grant-panel.tsx';

const GiveDialog = lazy(() => import('./give-dialog.tsx').then((module) => ({ default: module.GiveDialog })));

const InviteDialog = lazy(() => import('./invite-dialog.tsx').then((module) => ({ default: module.InviteDialog })));

const ROLES: readonly Role[] = ['admin', 'sales', 'sales_manager', 'pricing', 'accounting', 'warehouse', 'warehouse_manager'];
const STATES: readonly GrantState[] = ['live', 'lent', 'dormant', 'future', 'expired'];
const FILTERS: readonly FilterDefinition[] = [
  { param: 'role', label: 'access.role', options: ROLES.map((role) => ({ value: role, label: `role.${role}` as const })) },
  { param: 'state', label: 'column.state', options: STATES.map((state) => ({ value: state, label: `access.state.${state}` as const })) },
];
const rowId = (row: GrantRow) => row.id;
const rowCode = (row: GrantRow) => `${row.personName} ${row.role}`;

interface GrantsTabProps {
  queues: { tabs: readonly QueueTab[]; param: string; chosen: string };
  /** Only those that end within so many days; null for all. */
  withinDays: number | null;
  state: ListState;
}

/** People and what they hold; the panel tells what would be lost. */
export function GrantsTab({ queues, withinDays, state }: GrantsTabProps) {
  const { t } = useText();
  const { params, scope } = useScope();
  const [asked, setAsked] = useState<'give' | 'invite' | null>(null);
  const close = () => setAsked(null);
  const list = useViewList('core/access', {
    ...params,
    q: state.get('q'),
    role: state.get('role'),
    state: state.get('state'),
    expires_within_days: withinDays,
  });
  const isFiltered = ['q', 'role', 'state'].some((param) => state.get(param) !== '');
  return (
    <>
      <CommandCenter
        table="access"
        title="access.title"
        searchHint="access.search"
        list={list}
        state={state}
        columns={GRANT_COLUMNS}
        rowId={rowId}
        rowCode={rowCode}
        queues={queues}
        filters={FILTERS}
        primary={
          scope.kind === 'active' && (
            <div className="sv-actions">
              <Button icon={<MailOutlined />} data-testid="invite-person" onClick={() => setAsked('invite')}>
                {t('accessAction.invite.label')}
              </Button>
              <Button type="primary" icon={<PlusOutlined />} data-testid="give-role" onClick={() => setAsked('give')}>
                {t('accessAction.give.label')}
              </Button>
            </div>
          )
        }
        empty={
          <EmptyState
            title={t(withinDays === null ? 'access.empty' : 'access.emptyExpiring')}
            why={isFiltered ? t('states.filtered') : t('access.emptyWhy')}
          />
        }
        panel={(id) => {
          const row = list.rows.find((candidate) => candidate.id === id);
          return row ? <GrantPanel key={id} grant={row} /> : <Skeleton kind="panel" rows={6} />;
        }}
      />
      {asked !== null && scope.kind === 'active' && (
        <Suspense fallback={null}>
          {asked === 'give' ? <GiveDialog org={scope.org} onClose={close} /> : <InviteDialog org={scope.org} onClose={close} />}
        </Suspense>
      )}
    </>
  );
}
