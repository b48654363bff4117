import type { MailRow, MailStatus } from '../../../api/types/crm.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { Column, FilterDefinition } from '../../../components/command-center/column.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { OpenName } from '../../../components/value/open-name.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { MailPanel } from './mail-panel.tsx';
import { MailStatusTag, MailTypeText } from './mail-words.tsx';

const STATUSES: readonly MailStatus[] = ['queued', 'sending', 'sent', 'failed', 'unknown', 'skipped'];
const FILTERS: readonly FilterDefinition[] = [
  {
    param: 'status',
    label: 'column.status',
    options: STATUSES.map((status) => ({ value: status, label: `mailStatus.${status}` as const })),
  },
];

const COLUMNS: readonly Column<MailRow>[] = [
  { id: 'subject', title: 'column.subject', width: 320, phone: 'title', cell: (row) => <OpenName name={row.subject} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  { id: 'status', title: 'column.status', width: 150, phone: 'aside', cell: (row) => <MailStatusTag status={row.status} /> },
  { id: 'type', title: 'column.mailType', width: 200, cell: (row) => <MailTypeText type={row.type} /> },
  {
    id: 'recipient',
    title: 'column.recipient',
    width: 220,
    phone: 'line',
    cell: (row) => <span className="sv-ellipsis">{row.recipient}</span>,
  },
  { id: 'created', title: 'column.created', width: 120, phone: 'line', cell: (row) => <RelativeTime at={row.createdAt} org={row.org} /> },
  { id: 'sent', title: 'column.sent', width: 120, cell: (row) => <RelativeTime at={row.sentAt} org={row.org} /> },
];

const rowId = (row: MailRow) => row.id;

/** Every mail that was to go out, and what became of it. */
export function EmailsPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const list = useViewList('crm/mails', { ...params, status: state.get('status'), q: state.get('q') });
  const isFiltered = state.get('q') !== '' || state.get('status') !== '';
  return (
    <CommandCenter
      table="emails"
      title="emails.title"
      searchHint="emails.search"
      list={list}
      state={state}
      columns={COLUMNS}
      rowId={rowId}
      rowCode={rowId}
      filters={FILTERS}
      empty={<EmptyState title={t('emails.empty')} why={isFiltered ? t('states.filtered') : t('emails.emptyWhy')} />}
      panel={(id) => <MailPanel mail={list.rows.find((row) => row.id === id) ?? null} />}
    />
  );
}
