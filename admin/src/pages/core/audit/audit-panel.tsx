import type { AuditRow } from '../../../api/types/core.ts';
import { ChangeTable } from '../../../components/change/change-table.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { Code } from '../../../components/value/code.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';

export function WhoText({ row }: { row: AuditRow }) {
  const { t } = useText();
  return <>{row.actorName ?? (row.actor === 'system' ? t('audit.system') : row.actor)}</>;
}

/** One line of the audit with what it changed. */
export function AuditPanel({ row }: { row: AuditRow | null }) {
  const { t } = useText();
  if (!row) return <EmptyState title={t('audit.notFound')} />;
  return (
    <article data-testid="audit-row">
      <RecordHead
        code={<Code value={String(row.id)} />}
        status={<StatusTag tone={row.sealed ? 'done' : 'moving'}>{t(row.sealed ? 'audit.sealedYes' : 'audit.sealedNo')}</StatusTag>}
        title={row.command}
        meta={row.org}
      />
      <Facts
        facts={[
          { label: t('audit.column.who'), value: <WhoText row={row} /> },
          row.onBehalfOfName ? { label: t('audit.onBehalfOf'), value: row.onBehalfOfName } : null,
          { label: t('audit.column.at'), value: <RelativeTime at={row.at} org={row.org} /> },
          { label: t('audit.column.subject'), value: row.subjectType },
          { label: 'Id', value: <Code value={row.subjectId} /> },
          row.reason ? { label: t('audit.column.reason'), value: row.reason } : null,
          row.requestId ? { label: t('audit.request'), value: <Code value={row.requestId} /> } : null,
        ]}
      />
      <ChangeTable before={row.before} after={row.after} />
    </article>
  );
}
