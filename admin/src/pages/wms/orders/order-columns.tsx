import type { InvoiceControlRow, OrderRow, ShipmentRow } from '../../../api/types/wms.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { ControlTag, OrderStatusTag } from '../../../components/status/status-tag.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Code } from '../../../components/value/code.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';

const head: readonly Column<OrderRow>[] = [
  { id: 'code', title: 'column.po', width: 134, phone: 'title', cell: (row) => <Code value={row.poCode} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  {
    id: 'customer',
    title: 'column.customer',
    width: 168,
    phone: 'line',
    cell: (row) => <span className="sv-ellipsis">{row.customerName}</span>,
  },
  { id: 'status', title: 'column.status', width: 128, phone: 'aside', cell: (row) => <OrderStatusTag status={row.status} /> },
  { id: 'since', title: 'column.waiting', width: 104, phone: 'line', cell: (row) => <RelativeTime at={row.statusSince} org={row.org} /> },
  {
    id: 'picked',
    title: 'column.picked',
    width: 90,
    align: 'right',
    phone: 'line',
    isNamed: true,
    cell: (row) => (
      <span className="sv-number">
        {row.pickedLineCount} / {row.lineCount}
      </span>
    ),
  },
  {
    id: 'shipDate',
    title: 'column.shipDate',
    width: 108,
    phone: 'line',
    isNamed: true,
    isEmpty: (row) => row.shipDate === null,
    cell: (row) => <CalendarDate date={row.shipDate} />,
  },
];

export const ORDER_COLUMNS: readonly Column<OrderRow>[] = [
  ...head,
  { id: 'control', title: 'fact.invoiceControl', width: 150, cell: (row) => <ControlTag status={row.invoiceControlStatus} /> },
  { id: 'deal', title: 'column.deal', width: 150, hidden: true, cell: (row) => <Code value={row.dealCode} /> },
];

export const SHIPMENT_COLUMNS: readonly Column<ShipmentRow>[] = [
  // What is shipped was picked whole.
  ...head.filter((column) => column.id !== 'picked'),
  {
    id: 'carrier',
    title: 'field.carrier',
    width: 110,
    phone: 'line',
    isEmpty: (row) => row.carrier === null,
    cell: (row) => row.carrier ?? '–',
  },
  { id: 'tracking', title: 'field.trackingId', width: 124, cell: (row) => (row.trackingId ? <Code value={row.trackingId} /> : '–') },
  {
    id: 'irsaliye',
    title: 'column.irsaliye',
    width: 124,
    cell: (row) => (row.irsaliyeNumber ? <Code value={row.irsaliyeNumber} /> : '–'),
  },
  { id: 'shipped', title: 'fact.shippedAt', width: 104, cell: (row) => <RelativeTime at={row.shippedAt} org={row.org} /> },
  { id: 'delivered', title: 'fact.deliveredAt', width: 104, cell: (row) => <RelativeTime at={row.deliveredAt} org={row.org} /> },
];

export const INVOICE_CONTROL_COLUMNS: readonly Column<InvoiceControlRow>[] = [
  ...head.filter((column) => !['picked', 'shipDate', 'status'].includes(column.id)),
  {
    id: 'control',
    title: 'fact.invoiceControl',
    width: 150,
    phone: 'aside',
    cell: (row) => <ControlTag status={row.invoiceControlStatus} />,
  },
  {
    id: 'invoice',
    title: 'field.invoiceNumber',
    width: 160,
    phone: 'line',
    cell: (row) => (row.invoiceNumber ? <Code value={row.invoiceNumber} /> : '–'),
  },
  {
    id: 'invoicedOn',
    title: 'field.invoicedOn',
    width: 120,
    phone: 'line',
    isEmpty: (row) => row.invoicedOn === null,
    cell: (row) => <CalendarDate date={row.invoicedOn} />,
  },
  {
    id: 'note',
    title: 'fact.controlNote',
    width: 260,
    phone: 'line',
    isEmpty: (row) => row.invoiceControlNote === null,
    cell: (row) => (
      <span className="sv-ellipsis" title={row.invoiceControlNote ?? undefined}>
        {row.invoiceControlNote ?? ''}
      </span>
    ),
  },
];
