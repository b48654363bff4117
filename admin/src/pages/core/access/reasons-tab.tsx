import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { OverrideReasonRow } from '../../../api/types/core.ts';
import { ActionDialog } from '../../../components/action/action-dialog.tsx';
import { Matrix } from '../../../components/layout/matrix.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { homeSystems, type HostedSystem } from '../../../session/nodes.ts';
import { useViewList } from '../../../views/use-view-list.ts';

type Asked = { act: 'add'; side: HostedSystem } | { act: 'rename' | 'switch'; row: OverrideReasonRow };

/** Why gates of the active org may be overridden: its own list, of the systems that this node hosts. */
export function ReasonsTab() {
  const { t, language } = useText();
  const { scope, params, isAll } = useScope();
  const list = useViewList('core/override-reasons', params, { enabled: !isAll });
  const gates = useViewList('core/overridable-gates', params, { enabled: !isAll });
  const titleOf = (gate: string) => gates.rows.find(({ id }) => id === gate)?.title[language] ?? gate;
  const gatesOf = (wanted: HostedSystem) => ({
    gate: gates.rows.filter(({ side }) => side === wanted).map(({ id, title }) => ({ value: id, name: title[language] })),
  });
  const [asked, setAsked] = useState<Asked | null>(null);
  if (isAll || scope.kind !== 'active') return <EmptyState title={t('access.chooseOne')} />;
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Skeleton rows={10} />;
  const close = () => setAsked(null);
  return (
    <>
      <p className="sv-soft">{t('access.reasons.hint')}</p>
      <div className="sv-actions">
        {homeSystems().map((side) => (
          <Button key={side} icon={<PlusOutlined />} data-testid={`new-reason-${side}`} onClick={() => setAsked({ act: 'add', side })}>
            {t('access.reasons.add', { system: side.toUpperCase() })}
          </Button>
        ))}
      </div>
      <Matrix
        label={t('access.tab.reasons')}
        columns={(
          [
            'column.code',
            'access.reasons.side',
            'access.reasons.gate',
            'access.reasons.labelTr',
            'access.reasons.labelEn',
            'access.reasons.active',
          ] as const
        ).map((title) => t(title))}
        actions={t('access.edit')}
      >
        {list.rows.map((row) => (
          <tr key={row.id} data-code={row.code} data-side={row.side}>
            <th scope="row" className="sv-mono">
              {row.code}
            </th>
            <td>{row.side.toUpperCase()}</td>
            <td>{row.gate === null ? t('access.reasons.allGates') : titleOf(row.gate)}</td>
            <td>{row.labelTr}</td>
            <td>{row.labelEn}</td>
            <td>{t(row.active ? 'access.reasons.active' : 'access.reasons.off')}</td>
            <td>
              <Button type="text" onClick={() => setAsked({ act: 'rename', row })}>
                {t('access.edit')}
              </Button>
              <Button type="text" onClick={() => setAsked({ act: 'switch', row })}>
                {t(row.active ? 'access.reasons.turnOff' : 'access.reasons.turnOn')}
              </Button>
            </td>
          </tr>
        ))}
      </Matrix>
      {asked?.act === 'add' && (
        <ActionDialog
          action="override-reason.add"
          body={{ org: scope.org.id, side: asked.side, position: list.rows.filter(({ side }) => side === asked.side).length + 1 }}
          initial={{}}
          choices={gatesOf(asked.side)}
          error={null}
          onClose={close}
          onDone={close}
        />
      )}
      {asked?.act === 'rename' && (
        <ActionDialog
          action="override-reason.rename"
          body={renamed(asked.row)}
          initial={{ labelTr: asked.row.labelTr, labelEn: asked.row.labelEn, gate: asked.row.gate ?? '' }}
          choices={gatesOf(asked.row.side)}
          error={null}
          onClose={close}
          onDone={close}
        />
      )}
      {asked?.act === 'switch' && (
        <ActionDialog
          action="override-reason.switch"
          body={{ ...asIs(asked.row), active: !asked.row.active }}
          initial={{}}
          error={null}
          onClose={close}
          onDone={close}
        />
      )}
    </>
  );
}

/** What stays of a reason whose labels and gate are asked anew. */
const renamed = ({ orgId, side, code, active, position }: OverrideReasonRow) => ({ org: orgId, side, reasonCode: code, active, position });

/** A reason as the command takes it, unchanged. */
const asIs = (row: OverrideReasonRow) => ({ ...renamed(row), gate: row.gate, labelEn: row.labelEn, labelTr: row.labelTr });
