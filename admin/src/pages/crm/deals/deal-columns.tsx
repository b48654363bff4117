import type { DealRow } from '../../../api/types/crm.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { DealStatusTag, StageTag, StatusTag } from '../../../components/status/status-tag.tsx';
import { Code } from '../../../components/value/code.tsx';
import { Money } from '../../../components/value/money.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';

export const DEAL_COLUMNS: readonly Column<DealRow>[] = [
  { id: 'code', title: 'column.deal', width: 138, phone: 'title', cell: (row) => <Code value={row.code} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  {
    id: 'customer',
    title: 'column.customer',
    width: 190,
    phone: 'line',
    cell: (row) => <span className="sv-ellipsis">{row.customerName}</span>,
  },
  { id: 'status', title: 'column.status', width: 118, phone: 'aside', cell: (row) => <DealStatusTag status={row.status} /> },
  {
    id: 'amount',
    title: 'column.amount',
    width: 136,
    align: 'right',
    phone: 'line',
    cell: (row) => <Money amount={row.grossAmount} currency={row.currency} />,
  },
  { id: 'lines', title: 'column.lines', width: 62, align: 'right', cell: (row) => <span className="sv-number">{row.lineCount}</span> },
  {
    id: 'stage',
    title: 'column.poStage',
    width: 184,
    cell: (row) => (row.stage ? <StageTag stage={row.stage} /> : <span className="sv-faint">–</span>),
  },
  { id: 'credit', title: 'column.credit', width: 132, cell: (row) => <CreditCell isBlocked={row.creditBlocked} /> },
  { id: 'owner', title: 'column.owner', width: 130, cell: (row) => <span className="sv-ellipsis">{row.ownerName ?? '–'}</span> },
  { id: 'created', title: 'column.created', width: 100, phone: 'line', cell: (row) => <RelativeTime at={row.createdAt} org={row.org} /> },
];

function CreditCell({ isBlocked }: { isBlocked: boolean }) {
  const { t } = useText();
  return isBlocked ? <StatusTag tone="blocked">{t('fulfillment.creditBlocked')}</StatusTag> : <span className="sv-faint">–</span>;
}
