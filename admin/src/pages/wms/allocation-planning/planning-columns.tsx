import type { PlanningRow } from '../../../api/types/wms.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { ReservationTag } from '../../../components/status/status-tag.tsx';
import { Code } from '../../../components/value/code.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { compare } from '../../../decimal/decimal.ts';

export const PLANNING_COLUMNS: readonly Column<PlanningRow>[] = [
  {
    id: 'code',
    title: 'column.deal',
    width: 150,
    phone: 'title',
    cell: (row) => (
      <span className="sv-nowrap">
        <Code value={row.dealCode} /> <span className="sv-faint">/{row.position}</span>
      </span>
    ),
  },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  {
    id: 'customer',
    title: 'column.customer',
    width: 170,
    phone: 'line',
    cell: (row) => <span className="sv-ellipsis">{row.customerName}</span>,
  },
  {
    id: 'quality',
    title: 'column.quality',
    width: 190,
    phone: 'line',
    cell: (row) => (
      <span className="sv-ellipsis">
        <code>{row.qualityCode}</code> <span className="sv-soft">{row.qualityName}</span>
      </span>
    ),
  },
  { id: 'qty', title: 'column.qty', width: 90, align: 'right', phone: 'line', cell: (row) => <Quantity value={row.qty} uom={row.uom} /> },
  {
    id: 'reserved',
    title: 'column.reserved',
    width: 90,
    align: 'right',
    cell: (row) => <Quantity value={row.reservedQty} uom={row.uom} />,
  },
  {
    id: 'missing',
    title: 'planning.missing',
    width: 90,
    align: 'right',
    cell: (row) =>
      compare(row.shortageQty, '0') > 0 ? (
        <span className="sv-text-blocked">
          <Quantity value={row.shortageQty} uom={row.uom} />
        </span>
      ) : (
        <span className="sv-faint">–</span>
      ),
  },
  {
    id: 'lots',
    title: 'column.lots',
    width: 160,
    cell: (row) => <span className="sv-ellipsis sv-mono">{row.lots.map((lot) => lot.lotCode).join(', ') || '–'}</span>,
  },
  { id: 'status', title: 'column.status', width: 116, phone: 'aside', cell: (row) => <ReservationTag status={row.status} /> },
  { id: 'since', title: 'column.waiting', width: 100, phone: 'line', cell: (row) => <RelativeTime at={row.since} org={row.org} /> },
];
