import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import type { SecretRow } from '../../../api/types/core.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';
import type { Tone } from '../../../theme/theme.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { CreateSecretDialog } from './create-secret-dialog.tsx';
import type { TabProps } from './tab-props.ts';
import { TabFrame } from './tab-frame.tsx';

const TONES: Record<SecretRow['status'], Tone> = { active: 'done', ending: 'waiting', expired: 'idle', revoked: 'idle' };
const DIRECTIONS = [
  { source: 'crm', target: 'wms', direction: 'crm>wms' },
  { source: 'wms', target: 'crm', direction: 'wms>crm' },
] as const;

/** Hours the earlier secrets stay valid when one is added from the other node. */
const OVERLAP_HOURS = 24;

/** The secrets of both directions. One is shown when it is made, and never again. */
export function SecretsTab(props: TabProps) {
  const { t } = useText();
  const { params } = useScope();
  const { rows, error, refetch } = useViewList('core/secrets', params);
  const [isCreating, setCreating] = useState(false);
  // A node of its own has administrators of its own; the page is about the one that is signed in to.
  const refusal = useMe()?.isAdmin === true ? null : t('refusal.ofInstallation');
  const create = (
    <Tooltip title={refusal} trigger={['hover', 'focus']}>
      <Button
        type="primary"
        data-testid="command-secret.create"
        aria-disabled={refusal !== null}
        className={refusal === null ? '' : 'sv-refused'}
        data-refusal={refusal ?? undefined}
        onClick={() => refusal === null && setCreating(true)}
      >
        {t('action.secret.create.label')}…
      </Button>
    </Tooltip>
  );
  return (
    <TabFrame {...props} primary={create}>
      <p className="sv-soft">{t('integration.secret.why')}</p>
      {error && rows.length === 0 && <ErrorState error={error} onRetry={refetch} />}
      {DIRECTIONS.map(({ source, target, direction }) => (
        <Section
          key={source}
          title={t('integration.traffic', { source: source.toUpperCase(), target: target.toUpperCase() })}
          aside={<ActionButton action="secret.add" body={{ direction, overlapHours: OVERLAP_HOURS }} refusal={null} org={null} />}
        >
          <Secrets rows={rows.filter((row) => row.source === source && row.target === target)} />
        </Section>
      ))}
      {isCreating && <CreateSecretDialog onClose={() => setCreating(false)} />}
    </TabFrame>
  );
}

function Secrets({ rows }: { rows: readonly SecretRow[] }) {
  const { t } = useText();
  return (
    <div className="sv-scroll-x" tabIndex={0} role="group" aria-label={t('integration.secret.title')}>
      <table className="sv-mini">
        <thead>
          <tr>
            <th>{t('integration.column.status')}</th>
            <th>{t('integration.secret.created')}</th>
            <th>{t('integration.secret.expires')}</th>
            <th>{t('integration.secret.used')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-testid="secret" data-status={row.status}>
              <td>
                <StatusTag tone={TONES[row.status]}>{t(`integration.secret.status.${row.status}`)}</StatusTag>
              </td>
              <td>
                <RelativeTime at={row.createdAt} />
              </td>
              <td>
                <RelativeTime at={row.revokedAt ?? row.expiresAt} />
              </td>
              <td>
                <RelativeTime at={row.lastUsedAt} />
              </td>
              <td className="is-right">
                {(row.status === 'active' || row.status === 'ending') && (
                  <ActionButton action="secret.revoke" body={{ secret: row.id }} refusal={null} org={null} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
