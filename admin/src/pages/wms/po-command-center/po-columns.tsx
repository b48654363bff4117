import { StopFilled } from '@ant-design/icons';
import type { PoCommandCenterRow } from '../../../api/types/wms.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { ControlTag } from '../../../components/status/status-tag.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Code } from '../../../components/value/code.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { WarehouseStatusTag } from './warehouse-status-tag.tsx';

export const PO_COLUMNS: readonly Column<PoCommandCenterRow>[] = [
  { id: 'code', title: 'column.code', width: 150, phone: 'title', cell: (row) => <Code value={row.code} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  {
    id: 'customer',
    title: 'column.customer',
    width: 230,
    phone: 'line',
    cell: (row) => <span className="sv-ellipsis">{row.customerName}</span>,
  },
  { id: 'status', title: 'column.status', width: 150, phone: 'aside', cell: (row) => <WarehouseStatusTag status={row.status} /> },
  { id: 'since', title: 'column.waiting', width: 112, phone: 'line', cell: (row) => <RelativeTime at={row.since} org={row.org} /> },
  {
    id: 'progress',
    title: 'column.lines',
    width: 150,
    align: 'right',
    phone: 'line',
    isNamed: true,
    cell: (row) => <ProgressCell row={row} />,
  },
  {
    id: 'shipDate',
    title: 'column.shipDate',
    width: 118,
    phone: 'line',
    isNamed: true,
    isEmpty: (row) => row.shipDate === null,
    cell: (row) => <CalendarDate date={row.shipDate} />,
  },
  { id: 'control', title: 'fact.invoiceControl', width: 150, cell: (row) => <ControlTag status={row.invoiceControlStatus} /> },
  { id: 'deal', title: 'column.deal', width: 150, hidden: true, cell: (row) => <Code value={row.dealCode} /> },
];

function ProgressCell({ row }: { row: PoCommandCenterRow }) {
  const { t } = useText();
  return (
    <span className="sv-number">
      {row.shortLineCount > 0 && (
        <span className="sv-text-blocked">
          <StopFilled aria-hidden /> {t('poCenter.short', { count: row.shortLineCount })} ·{' '}
        </span>
      )}
      <span className={row.doneLineCount >= row.lineCount ? 'sv-text-done' : ''}>
        {row.doneLineCount} / {row.lineCount}
      </span>
    </span>
  );
}
