import type { GateView, PolicyVersion } from '../../../api/types/rules.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Matrix } from '../../../components/layout/matrix.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import type { Tone } from '../../../theme/theme.ts';
import { AddedByProduct } from './added-by-product.tsx';
import type { GateTabProps } from './tab-props.ts';
import { VersionSteps } from './version-steps.tsx';

const TONES: Record<PolicyVersion['state'], Tone> = { draft: 'idle', in_review: 'waiting', published: 'moving', retired: 'idle' };

/** Every version with who, when and why, and the way back to each that was in force. */
export function HistoryTab({ gate, state }: GateTabProps) {
  const { t } = useText();
  const hasOwn = gate.versions.some((one) => one.state === 'published');
  return (
    <>
      <div className="sv-actions">
        {gate.mayPublish && hasOwn && (
          <ActionButton
            action="gate-policy.to-default"
            body={{ org: gate.orgId, gate: gate.gate, policy: null }}
            refusal={null}
            org={gate.org}
          />
        )}
      </div>
      <Matrix
        label={t('rules.tab.history')}
        columns={(['version', 'state', 'author', 'why', 'publishedBy', 'since'] as const).map((title) => t(`rules.column.${title}`))}
        actions={t('rulesAction.rollBack.label')}
      >
        {gate.versions.map((version) => (
          <Line key={version.id} gate={gate} version={version} onShow={() => state.set({ tab: 'policy', version: version.id })} />
        ))}
        <tr data-testid="version-default">
          <th scope="row">{t('rules.default', { version: gate.base.version })}</th>
          <td>{gate.inForce.policy === null && <StatusTag tone="done">{t('rules.state.inForce')}</StatusTag>}</td>
          <td colSpan={5} className="sv-soft">
            {t('rules.defaultWhy')}
          </td>
        </tr>
      </Matrix>
    </>
  );
}

/** Whether it ever judged: one for later has not, and one that was withdrawn before its time never did. */
const wasInForce = ({ effectiveFrom, retiredAt, isScheduled }: PolicyVersion): boolean =>
  effectiveFrom !== null && !isScheduled && (retiredAt === null || effectiveFrom <= retiredAt);

function Line({ gate, version, onShow }: { gate: GateView; version: PolicyVersion; onShow: () => void }) {
  const { t } = useText();
  return (
    <tr data-testid="version-row" data-version={version.version} data-state={version.state}>
      <th scope="row">
        <button type="button" className="sv-open-name" onClick={onShow}>
          {t('rules.version', { version: version.version })}
        </button>
      </th>
      <td>
        <VersionState version={version} />
      </td>
      <td>
        {version.authorName ?? '–'} · <RelativeTime at={version.createdAt} org={gate.org} />
      </td>
      <td className="sv-rules-why">
        {[version.note, version.reason].filter(Boolean).join(' · ')}
        <AddedByProduct version={version} />
        <VersionSteps version={version} org={gate.org} />
      </td>
      <td>
        {version.publishedByName ?? '–'} {version.publishedAt !== null && <RelativeTime at={version.publishedAt} org={gate.org} />}
      </td>
      <td>
        <RelativeTime at={version.effectiveFrom} org={gate.org} />
      </td>
      <td>
        {gate.mayPublish && version.isScheduled && (
          <ActionButton action="gate-policy.withdraw" body={{ policy: version.id }} refusal={null} org={gate.org} />
        )}
        {gate.mayPublish && wasInForce(version) && !version.isInForce && (
          <ActionButton
            action="gate-policy.roll-back"
            body={{ org: gate.orgId, gate: gate.gate, policy: version.id }}
            refusal={null}
            org={gate.org}
          />
        )}
      </td>
    </tr>
  );
}

export function VersionState({ version }: { version: PolicyVersion }) {
  const { t } = useText();
  if (version.isInForce) return <StatusTag tone="done">{t('rules.state.inForce')}</StatusTag>;
  if (version.isScheduled) return <StatusTag tone="waiting">{t('rules.state.scheduled')}</StatusTag>;
  return <StatusTag tone={TONES[version.state]}>{t(`rules.state.${version.state}`)}</StatusTag>;
}
