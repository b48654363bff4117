import type { FulfillmentRow } from '../../../api/types/crm.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { StageTag } from '../../../components/status/status-tag.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Code } from '../../../components/value/code.tsx';
import { Money } from '../../../components/value/money.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { AllocationProgress, PaymentCell } from './fulfillment-cells.tsx';

export const FULFILLMENT_COLUMNS: readonly Column<FulfillmentRow>[] = [
  { id: 'code', title: 'column.po', width: 138, phone: 'title', cell: (row) => <Code value={row.code} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  {
    id: 'customer',
    title: 'column.customer',
    width: 200,
    phone: 'line',
    cell: (row) => <span className="sv-ellipsis">{row.customerName}</span>,
  },
  { id: 'stage', title: 'column.stage', width: 190, phone: 'aside', cell: (row) => <StageTag stage={row.stage} /> },
  {
    id: 'since',
    title: 'column.waiting',
    width: 108,
    sort: 'stage_since',
    phone: 'line',
    cell: (row) => <RelativeTime at={row.stageSince} org={row.org} />,
  },
  {
    id: 'amount',
    title: 'column.amount',
    width: 136,
    align: 'right',
    sort: 'gross_amount',
    phone: 'line',
    cell: (row) => <Money amount={row.grossAmount} currency={row.currency} />,
  },
  { id: 'payment', title: 'column.payment', width: 136, cell: (row) => <PaymentCell row={row} /> },
  { id: 'allocated', title: 'column.allocated', width: 96, align: 'right', cell: (row) => <AllocationProgress row={row} /> },
  { id: 'shipDate', title: 'column.shipDate', width: 112, cell: (row) => <CalendarDate date={row.shipDate} /> },
  { id: 'deal', title: 'column.deal', width: 150, hidden: true, cell: (row) => <Code value={row.dealCode} /> },
  {
    id: 'carrier',
    title: 'column.carrier',
    width: 150,
    hidden: true,
    cell: (row) => [row.carrier, row.trackingId].filter(Boolean).join(' · ') || '–',
  },
];
