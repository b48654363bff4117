import { LockOutlined } from '@ant-design/icons';
import { Checkbox, Tooltip } from 'antd';
import { useState } from 'react';
import type { KeyRow, RoleCell } from '../../../api/types/core.ts';
import { ActionDialog } from '../../../components/action/action-dialog.tsx';
import { Matrix } from '../../../components/layout/matrix.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';

/** Which role may do what in the active org; what cannot be tuned says why. */
export function RolesTab() {
  const { t } = useText();
  const { params, isAll } = useScope();
  const list = useViewList('core/roles', params, { enabled: !isAll });
  const [asked, setAsked] = useState<{ row: KeyRow; cell: RoleCell } | null>(null);
  if (isAll) return <EmptyState title={t('access.chooseOne')} />;
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Skeleton rows={12} />;
  return (
    <>
      <p className="sv-soft">{t('access.matrixHint')}</p>
      <Matrix
        label={t('access.tab.roles')}
        holds="marks"
        columns={[t('access.key'), ...(list.rows[0]?.roles ?? []).map((cell) => t(`role.${cell.role}`))]}
      >
        {list.rows.map((row) => (
          <tr key={row.id} data-key={row.key}>
            <th scope="row">
              <span className="sv-mono">{row.key}</span>
              {row.isPinned && (
                <Tooltip title={t('access.pinned')}>
                  <LockOutlined role="img" aria-label={t('access.pinned')} tabIndex={0} />
                </Tooltip>
              )}
            </th>
            {row.roles.map((cell) => (
              <td key={cell.role} className={cell.tuned === null ? '' : 'is-tuned'}>
                <KeyToggle row={row} cell={cell} onAsk={() => setAsked({ row, cell })} />
              </td>
            ))}
          </tr>
        ))}
      </Matrix>
      {asked && (
        <ActionDialog
          action="role-key.tune"
          body={tuning(asked.row, asked.cell)}
          initial={{}}
          error={null}
          onClose={() => setAsked(null)}
          onDone={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** Turned round; back to the default where that says the same. */
function tuning(row: KeyRow, cell: RoleCell) {
  const wanted = !cell.allowed;
  return { org: row.orgId, role: cell.role, key: row.key, allowed: wanted === cell.byDefault ? null : wanted };
}

function KeyToggle({ row, cell, onAsk }: { row: KeyRow; cell: RoleCell; onAsk: () => void }) {
  const { t } = useText();
  const name = t('access.allows', { role: t(`role.${cell.role}`), key: row.key });
  const locked = row.isPinned ? t('access.pinned') : cell.isOfOtherSide ? t('access.otherSide') : null;
  if (locked !== null && !cell.allowed)
    return (
      <span className="sv-faint" title={locked}>
        –
      </span>
    );
  return (
    <>
      <Checkbox
        checked={cell.allowed}
        disabled={locked !== null}
        aria-label={cell.tuned === null ? name : `${name} (${t('access.tuned')})`}
        data-testid={`key-${row.key}-${cell.role}`}
        onChange={onAsk}
      />
      {cell.tuned !== null && (
        <span className="sv-tuned" title={t('access.tuned')}>
          *
        </span>
      )}
    </>
  );
}
