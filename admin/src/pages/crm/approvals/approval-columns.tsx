import type { PriceRequestRow } from '../../../api/types/approvals.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { PriceRequestTag } from '../../../components/status/status-tag.tsx';
import { Code } from '../../../components/value/code.tsx';
import { Money } from '../../../components/value/money.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { compare } from '../../../decimal/decimal.ts';
import { percentText } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';

export const APPROVAL_COLUMNS: readonly Column<PriceRequestRow>[] = [
  { id: 'deal', title: 'column.deal', width: 138, phone: 'title', cell: (row) => <Code value={row.dealCode} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  {
    id: 'customer',
    title: 'column.customer',
    width: 156,
    phone: 'line',
    cell: (row) => <span className="sv-ellipsis">{row.customerName}</span>,
  },
  { id: 'line', title: 'column.quality', width: 132, phone: 'line', cell: (row) => <LineCell row={row} /> },
  {
    id: 'list',
    title: 'column.listPrice',
    width: 104,
    align: 'right',
    cell: (row) => <Money amount={row.listPrice} currency={row.listCurrency ?? ''} isPrice />,
  },
  {
    id: 'asked',
    title: 'column.askedPrice',
    width: 108,
    align: 'right',
    phone: 'line',
    isNamed: true,
    cell: (row) => <Money amount={row.unitPrice} currency={row.currency} isPrice strong />,
  },
  {
    id: 'discount',
    title: 'column.discount',
    width: 84,
    align: 'right',
    sort: 'discount',
    phone: 'line',
    isNamed: true,
    isEmpty: (row) => compare(row.discountPercent, '0') === 0,
    cell: (row) => <Discount row={row} />,
  },
  {
    id: 'amount',
    title: 'column.amount',
    width: 122,
    align: 'right',
    sort: 'gross_amount',
    cell: (row) => <Money amount={row.grossAmount} currency={row.currency} />,
  },
  { id: 'status', title: 'column.status', width: 116, phone: 'aside', cell: (row) => <PriceRequestTag status={row.status} /> },
  { id: 'by', title: 'column.askedBy', width: 140, cell: (row) => row.requestedByName ?? <span className="sv-faint">–</span> },
  {
    id: 'since',
    title: 'column.asked',
    width: 96,
    sort: 'requested_at',
    phone: 'line',
    cell: (row) => <RelativeTime at={row.requestedAt} org={row.org} />,
  },
  { id: 'kind', title: 'column.exception', width: 150, hidden: true, cell: (row) => <Kind row={row} /> },
  { id: 'decidedBy', title: 'column.decidedBy', width: 140, hidden: true, cell: (row) => row.decidedByName ?? '–' },
];

function LineCell({ row }: { row: PriceRequestRow }) {
  return (
    <>
      <span className="sv-faint">{row.position}</span> <code>{row.itemCode}</code>
    </>
  );
}

/** How far below the list; a price of another kind says nothing of a discount. */
export function Discount({ row }: { row: Pick<PriceRequestRow, 'discountPercent'> }) {
  const { t, language } = useText();
  if (compare(row.discountPercent, '0') === 0) return <span className="sv-faint">–</span>;
  return <span className="sv-number">{t('approvals.percent', { value: percentText(row.discountPercent, language) })}</span>;
}

export function Kind({ row }: { row: PriceRequestRow }) {
  const { t } = useText();
  return <>{t(`priceRequestKind.${row.kind}`)}</>;
}
