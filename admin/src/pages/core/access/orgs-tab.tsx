import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { OrgRow } from '../../../api/types/core.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Matrix } from '../../../components/layout/matrix.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { useText } from '../../../i18n/text.ts';
import { homeSystems } from '../../../session/nodes.ts';
import { useViewList } from '../../../views/use-view-list.ts';

const OrgDialog = lazy(() => import('./org-dialog.tsx').then((module) => ({ default: module.OrgDialog })));

/** The orgs one manages. CRM owns them: on a node of the warehouse they can be looked at, and what they look like there is set. */
export function OrgsTab() {
  const { t } = useText();
  const list = useViewList('core/orgs', {});
  const [edited, setEdited] = useState<OrgRow | 'new' | null>(null);
  const mayEdit = homeSystems().includes('crm');
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Skeleton rows={4} />;
  const [first] = list.rows;
  return (
    <>
      {mayEdit && (
        <div className="sv-actions">
          <Button type="primary" icon={<PlusOutlined />} data-testid="new-org" onClick={() => setEdited('new')}>
            {t('access.newOrg')}
          </Button>
        </div>
      )}
      <Matrix
        label={t('access.tab.orgs')}
        columns={(['column.code', 'field.name', 'field.currency', 'access.timeZone', 'access.senderEmail', 'access.people'] as const).map(
          (title) => t(title),
        )}
        actions={t('access.edit')}
      >
        {list.rows.map((row) => (
          <tr key={row.id} data-code={row.code}>
            <th scope="row" className="sv-mono">
              {row.brandColor && <span className="sv-swatch" style={{ background: row.brandColor }} aria-hidden />}
              {row.code}
            </th>
            <td>{row.name}</td>
            <td>{row.currency}</td>
            <td>{row.timeZone}</td>
            <td>{row.senderEmail ?? '–'}</td>
            <td className="sv-number">{row.people}</td>
            <td>
              {!mayEdit && (
                <ActionButton
                  action="org.set-branding"
                  body={{ org: row.id }}
                  initial={{ senderEmail: row.senderEmail ?? '', brandColor: row.brandColor ?? '' }}
                  refusal={null}
                  org={row.code}
                />
              )}
              {mayEdit && (
                <Button type="text" data-testid={`edit-${row.code}`} onClick={() => setEdited(row)}>
                  {t('access.edit')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Matrix>
      {edited !== null && first && (
        <Suspense fallback={null}>
          <OrgDialog org={edited === 'new' ? null : edited} from={first.id} onClose={() => setEdited(null)} />
        </Suspense>
      )}
    </>
  );
}
