import type { CreditRow } from '../../../api/types/credit.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Money } from '../../../components/value/money.tsx';
import { OpenName } from '../../../components/value/open-name.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { compare } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';
import type { Tone } from '../../../theme/theme.ts';

export const CREDIT_COLUMNS: readonly Column<CreditRow>[] = [
  { id: 'customer', title: 'column.customer', width: 230, phone: 'title', cell: (row) => <OpenName name={row.customerName} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  { id: 'state', title: 'column.state', width: 160, phone: 'aside', cell: (row) => <CreditState row={row} /> },
  {
    id: 'exposure',
    title: 'fact.exposure',
    width: 140,
    align: 'right',
    phone: 'line',
    isNamed: true,
    cell: (row) => <Money amount={row.exposure} currency={row.currency} strong />,
  },
  { id: 'limit', title: 'fact.limit', width: 140, align: 'right', cell: (row) => <Money amount={row.limit} currency={row.currency} /> },
  {
    id: 'available',
    title: 'fact.available',
    width: 140,
    align: 'right',
    cell: (row) => (
      <span className={row.available !== null && compare(row.available, '0') < 0 ? 'sv-text-blocked' : ''}>
        <Money amount={row.available} currency={row.currency} />
      </span>
    ),
  },
  {
    id: 'overdue',
    title: 'fact.overdue',
    width: 140,
    align: 'right',
    phone: 'line',
    isNamed: true,
    isEmpty: (row) => compare(row.overdue, '0') === 0,
    cell: (row) =>
      compare(row.overdue, '0') === 0 ? (
        <span className="sv-faint">–</span>
      ) : (
        <span className="sv-text-blocked">
          <Money amount={row.overdue} currency={row.currency} />
        </span>
      ),
  },
  { id: 'oldest', title: 'column.dueDate', width: 116, cell: (row) => <CalendarDate date={row.oldestOverdue} /> },
  {
    id: 'blocked',
    title: 'column.blockedDeals',
    width: 116,
    align: 'right',
    phone: 'line',
    isNamed: true,
    isEmpty: (row) => row.blockedDeals === 0,
    cell: (row) => (row.blockedDeals === 0 ? <span className="sv-faint">–</span> : <span className="sv-number">{row.blockedDeals}</span>),
  },
];

function stateOf(row: CreditRow) {
  if (compare(row.overdue, '0') > 0) return 'overdue';
  if (row.available !== null && compare(row.available, '0') < 0) return 'over_limit';
  if (row.blockedDeals > 0) return 'blocked';
  return row.limit === null ? 'open' : 'inside';
}

const TONES: Record<ReturnType<typeof stateOf>, Tone> = {
  overdue: 'blocked',
  over_limit: 'blocked',
  blocked: 'waiting',
  inside: 'done',
  open: 'idle',
};

/** What holds this customer's shipments, the hardest first. */
function CreditState({ row }: { row: CreditRow }) {
  const { t } = useText();
  const state = stateOf(row);
  return <StatusTag tone={TONES[state]}>{t(`credit.state.${state}`)}</StatusTag>;
}
