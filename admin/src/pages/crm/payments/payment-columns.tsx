import type { PaymentRow } from '../../../api/types/crm.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Money } from '../../../components/value/money.tsx';
import { OpenName } from '../../../components/value/open-name.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { compare } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';

export const PAYMENT_COLUMNS: readonly Column<PaymentRow>[] = [
  { id: 'received', title: 'column.received', width: 116, phone: 'line', cell: (row) => <CalendarDate date={row.receivedOn} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  {
    id: 'customer',
    title: 'column.customer',
    width: 220,
    phone: 'title',
    cell: (row) => <OpenName name={row.customerName} />,
  },
  {
    id: 'amount',
    title: 'field.amount',
    width: 140,
    align: 'right',
    phone: 'aside',
    cell: (row) => <Money amount={row.amount} currency={row.currency} strong />,
  },
  {
    id: 'unallocated',
    title: 'column.unallocated',
    width: 140,
    align: 'right',
    cell: (row) => <Money amount={row.unallocated} currency={row.currency} />,
  },
  { id: 'state', title: 'column.state', width: 156, phone: 'line', cell: (row) => <PaymentState row={row} /> },
  { id: 'method', title: 'field.method', width: 120, cell: (row) => <MethodCell row={row} /> },
  {
    id: 'reference',
    title: 'field.bankReference',
    width: 150,
    cell: (row) => <span className="sv-mono sv-ellipsis">{row.bankReference ?? '–'}</span>,
  },
  { id: 'by', title: 'column.recordedBy', width: 150, cell: (row) => row.recordedByName ?? '–' },
];

function MethodCell({ row }: { row: PaymentRow }) {
  const { t } = useText();
  return <>{t(`paymentMethod.${row.method}`)}</>;
}

export function PaymentState({ row }: { row: PaymentRow }) {
  const { t } = useText();
  if (row.isReversal) return <StatusTag tone="idle">{t('payments.counterEntry')}</StatusTag>;
  if (row.reversed) return <StatusTag tone="idle">{t('payments.reversed')}</StatusTag>;
  if (compare(row.unallocated, '0') === 0) return <StatusTag tone="done">{t('payments.allocated')}</StatusTag>;
  return <StatusTag tone="waiting">{t(compare(row.unallocated, row.amount) === 0 ? 'payments.unallocated' : 'payments.partly')}</StatusTag>;
}
