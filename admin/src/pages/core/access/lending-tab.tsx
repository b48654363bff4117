import { SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Matrix } from '../../../components/layout/matrix.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { GrantStateTag } from './grant-columns.tsx';

const LendDialog = lazy(() => import('./lend-dialog.tsx').then((module) => ({ default: module.LendDialog })));

/** What one lends and borrows, and a way to lend before a leave. */
export function LendingTab() {
  const { t } = useText();
  const { params } = useScope();
  const list = useViewList('core/delegations', params);
  const lendable = useViewList('core/lendable', params);
  const [isLending, setLending] = useState(false);
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Skeleton rows={4} />;
  const lend = lendable.rows.length > 0 && (
    <Button type="primary" icon={<SwapOutlined />} data-testid="lend-role" onClick={() => setLending(true)}>
      {t('accessAction.lend.label')}
    </Button>
  );
  return (
    <>
      <p className="sv-soft">{t('access.lendWhy')}</p>
      {list.rows.length === 0 ? (
        <EmptyState title={t('access.lendNobody')} why={t('access.lendNobodyWhy')} act={lend} />
      ) : (
        <>
          <div className="sv-actions">{lend}</div>
          <Matrix
            label={t('access.tab.lending')}
            columns={(
              ['access.role', 'access.lender', 'access.borrower', 'column.state', 'access.from', 'access.until', 'access.why'] as const
            ).map((title) => t(title))}
            actions={t('accessAction.takeBack.label')}
          >
            {list.rows.map((row) => (
              <tr key={row.id} data-testid="lending" data-state={row.state}>
                <th scope="row">
                  {t(`role.${row.role}`)} · {row.org}
                </th>
                <td>{row.lenderName}</td>
                <td>{row.borrowerName}</td>
                <td>
                  <GrantStateTag state={row.state} />
                </td>
                <td>
                  <RelativeTime at={row.startsAt} org={row.org} />
                </td>
                <td>
                  <RelativeTime at={row.expiresAt} org={row.org} />
                </td>
                <td>{row.reason ?? '–'}</td>
                <td>
                  {row.isMine && row.state !== 'expired' && (
                    <ActionButton action="delegation.end" body={{ grant: row.id }} refusal={null} org={row.org} />
                  )}
                </td>
              </tr>
            ))}
          </Matrix>
        </>
      )}
      {isLending && (
        <Suspense fallback={null}>
          <LendDialog roles={lendable.rows} onClose={() => setLending(false)} />
        </Suspense>
      )}
    </>
  );
}
