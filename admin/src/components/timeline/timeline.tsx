import { ApiOutlined, InboxOutlined, MailOutlined, UserOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { TimelineRow } from '../../api/types/shared.ts';
import { useText } from '../../i18n/text.ts';
import type { HostedSystem } from '../../session/nodes.ts';
import { EmptyState } from '../state/empty-state.tsx';
import { RelativeTime } from '../value/relative-time.tsx';
import { detailsText, hasOverride } from './details-text.ts';
import { useReasonNames } from './use-reason-names.ts';
import { kindKey } from './kind-key.ts';

const ICONS: Record<TimelineRow['source'], ComponentType> = {
  person: UserOutlined,
  system: ApiOutlined,
  wms: InboxOutlined,
  mail: MailOutlined,
};

type Entry = Omit<TimelineRow, 'source'> & { source?: TimelineRow['source'] };

/** What people, the system, the warehouse and mail did, newest first. */
export function Timeline({ rows, org, side = 'crm' }: { rows: readonly Entry[]; org: string; side?: HostedSystem }) {
  const texts = useText();
  const { t } = texts;
  const reasonName = useReasonNames(
    org,
    side,
    rows.some((row) => hasOverride(row.details)),
  );
  if (rows.length === 0) return <EmptyState title={t('timeline.empty')} />;
  return (
    <ol className="sv-timeline">
      {rows.map((row) => {
        const source = row.source ?? (row.actorName === null ? 'system' : 'person');
        const Icon = ICONS[source];
        const key = kindKey(row.kind);
        const details = detailsText(row.details, texts, reasonName);
        return (
          <li key={row.id} className={`sv-timeline-row is-${source}`}>
            <span className="sv-timeline-icon" role="img" aria-label={t(`timeline.source.${source}`)}>
              <Icon aria-hidden />
            </span>
            <div>
              <span className="sv-timeline-what">{key ? t(key) : row.kind}</span>
              {row.recordCode && <code className="sv-soft"> {row.recordCode}</code>}
              <span className="sv-faint">
                {' '}
                · {row.actorName ?? t(`timeline.source.${source}`)}
                {row.onBehalfOfName ? ` ${t('timeline.onBehalfOf', { name: row.onBehalfOfName })}` : ''} ·{' '}
                <RelativeTime at={row.occurredAt} org={org} />
              </span>
              {details !== '' && <p className="sv-timeline-details">{details}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
