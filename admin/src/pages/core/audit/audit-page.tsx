import type { AuditRow } from '../../../api/types/core.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { OpenName } from '../../../components/value/open-name.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { AuditPanel, WhoText } from './audit-panel.tsx';
import { ChainTools } from './chain-tools.tsx';

const COLUMNS: readonly Column<AuditRow>[] = [
  { id: 'command', title: 'audit.column.command', width: 220, phone: 'title', cell: (row) => <OpenName name={row.command} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org ?? '–'} /> },
  { id: 'who', title: 'audit.column.who', width: 200, phone: 'line', cell: (row) => <WhoText row={row} /> },
  {
    id: 'subject',
    title: 'audit.column.subject',
    width: 340,
    phone: 'line',
    cell: (row) => (
      <span className="sv-ellipsis">
        {row.subjectType} <code>{row.subjectId}</code>
      </span>
    ),
  },
  { id: 'at', title: 'audit.column.at', width: 120, phone: 'aside', cell: (row) => <RelativeTime at={row.at} org={row.org} /> },
  {
    id: 'reason',
    title: 'audit.column.reason',
    width: 260,
    phone: 'line',
    isEmpty: (row) => !row.reason,
    cell: (row) => <span className="sv-ellipsis">{row.reason ?? ''}</span>,
  },
];

const rowId = (row: AuditRow) => String(row.id);

/** Who did what to what, and why; sealed in a chain that can be verified here. */
export function AuditPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const list = useViewList('core/audit', {
    ...params,
    q: state.get('q'),
    subjectId: state.get('subject'),
    requestId: state.get('request'),
  });
  return (
    <CommandCenter
      table="audit"
      title="audit.title"
      searchHint="audit.search"
      list={list}
      state={state}
      columns={COLUMNS}
      rowId={rowId}
      rowCode={rowId}
      primary={<ChainTools />}
      empty={<EmptyState title={t('audit.empty')} why={state.get('q') ? t('states.filtered') : t('audit.emptyWhy')} />}
      panel={(id) => <AuditPanel row={list.rows.find((row) => rowId(row) === id) ?? null} />}
    />
  );
}
