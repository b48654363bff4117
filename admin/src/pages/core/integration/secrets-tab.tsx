import { useState } from 'react';
import type { SecretRow } from '../../../api/types/core.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { RefusableButton } from '../../../components/action/refusable-button.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import type { TextKey } from '../../../i18n/text-key.ts';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';
import type { Tone } from '../../../theme/theme.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { CreateCredentialDialog } from './create-credential-dialog.tsx';
import type { TabProps } from './tab-props.ts';
import { TabFrame } from './tab-frame.tsx';

const TONES: Record<SecretRow['status'], Tone> = { active: 'done', ending: 'waiting', expired: 'idle', revoked: 'idle' };
const DIRECTIONS = [
  { source: 'crm', target: 'wms', direction: 'crm>wms' },
  { source: 'wms', target: 'crm', direction: 'wms>crm' },
] as const;

/** Hours the earlier ones stay valid when one is added from the other node. */
const OVERLAP_HOURS = 24;

/** The secrets and event keys of both directions. One is shown when it is made, and never again. */
export function SecretsTab(props: TabProps) {
  const { t } = useText();
  const { params } = useScope();
  const { rows, error, refetch } = useViewList('core/secrets', params);
  const [creating, setCreating] = useState<SecretRow['kind'] | null>(null);
  // A node of its own has administrators of its own; the page is about the one that is signed in to.
  const refusal = useMe()?.isAdmin === true ? null : t('refusal.ofInstallation');
  const create = (kind: SecretRow['kind'], command: string, label: TextKey) => (
    <RefusableButton
      type={kind === 'secret' ? 'primary' : 'default'}
      refusal={refusal}
      data-testid={`command-${command}`}
      onClick={() => setCreating(kind)}
    >
      {t(label)}…
    </RefusableButton>
  );
  const primary = (
    <>
      {create('key', 'event-key.create', 'action.eventKey.create.label')}
      {create('secret', 'secret.create', 'action.secret.create.label')}
    </>
  );
  return (
    <TabFrame {...props} primary={primary}>
      <p className="sv-soft">{t('integration.secret.why')}</p>
      <p className="sv-soft">{t('integration.secret.whyKey')}</p>
      {error && rows.length === 0 && <ErrorState error={error} onRetry={refetch} />}
      {DIRECTIONS.map(({ source, target, direction }) => (
        <Section
          key={source}
          title={t('integration.traffic', { source: source.toUpperCase(), target: target.toUpperCase() })}
          aside={
            <>
              <ActionButton action="event-key.add" body={{ direction, overlapHours: OVERLAP_HOURS }} refusal={null} org={null} />
              <ActionButton action="secret.add" body={{ direction, overlapHours: OVERLAP_HOURS }} refusal={null} org={null} />
            </>
          }
        >
          <Secrets rows={rows.filter((row) => row.source === source && row.target === target)} />
        </Section>
      ))}
      {creating && <CreateCredentialDialog kind={creating} onClose={() => setCreating(null)} />}
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
            <th>{t('integration.secret.kind.title')}</th>
            <th>{t('integration.column.status')}</th>
            <th>{t('integration.secret.created')}</th>
            <th>{t('integration.secret.expires')}</th>
            <th>{t('integration.secret.used')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-testid={row.kind === 'secret' ? 'secret' : 'event-key'} data-status={row.status}>
              <td>{t(`integration.secret.kind.${row.kind}`)}</td>
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
                {(row.status === 'active' || row.status === 'ending') &&
                  (row.kind === 'secret' ? (
                    <ActionButton action="secret.revoke" body={{ secret: row.id }} refusal={null} org={null} />
                  ) : (
                    <ActionButton action="event-key.revoke" body={{ eventKey: row.id }} refusal={null} org={null} />
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
