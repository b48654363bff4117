import type { CustomerRow } from '../../../api/types/crm.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { OpenName } from '../../../components/value/open-name.tsx';
import { CustomerStatusTag } from '../../../components/status/status-tag.tsx';
import { Money } from '../../../components/value/money.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';

export const CUSTOMER_COLUMNS: readonly Column<CustomerRow>[] = [
  {
    id: 'name',
    title: 'column.customer',
    width: 230,
    phone: 'title',
    cell: (row) => <OpenName name={row.name} />,
  },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  { id: 'status', title: 'column.status', width: 168, phone: 'aside', cell: (row) => <CustomerStatusTag status={row.status} /> },
  { id: 'payment', title: 'column.payment', width: 132, phone: 'line', cell: (row) => <TermsCell row={row} /> },
  {
    id: 'limits',
    title: 'column.limits',
    width: 250,
    align: 'right',
    cell: (row) =>
      row.limits.length === 0 ? (
        <span className="sv-faint">–</span>
      ) : (
        row.limits.map((limit) => (
          <span key={limit.currency} className="sv-limit">
            <Money amount={limit.limitAmount} currency={limit.currency} />
          </span>
        ))
      ),
  },
  { id: 'deals', title: 'column.openDeals', width: 100, align: 'right', cell: (row) => <span className="sv-number">{row.openDeals}</span> },
  {
    id: 'tax',
    title: 'column.taxNumber',
    width: 150,
    phone: 'line',
    cell: (row) => (
      <span className="sv-mono">
        {row.taxCountry} {row.taxNumber}
      </span>
    ),
  },
  { id: 'email', title: 'column.email', width: 200, hidden: true, cell: (row) => row.pocEmail ?? '–' },
  { id: 'created', title: 'column.created', width: 112, cell: (row) => <RelativeTime at={row.createdAt} org={row.org} /> },
];

function TermsCell({ row }: { row: CustomerRow }) {
  const { t } = useText();
  return <>{row.paymentMode === 'credit' ? t('fact.creditDays', { days: row.termsDays }) : t('paymentMode.cash')}</>;
}
