import type { RollRow } from '../../../api/types/wms.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { RollTag } from '../../../components/status/status-tag.tsx';
import { Code } from '../../../components/value/code.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';

export const ROLL_COLUMNS: readonly Column<RollRow>[] = [
  { id: 'code', title: 'column.code', width: 170, phone: 'title', cell: (row) => <Code value={row.code} /> },
  { id: 'org', title: 'column.owner', width: 80, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  {
    id: 'quality',
    title: 'column.quality',
    width: 230,
    phone: 'line',
    cell: (row) => (
      <span className="sv-ellipsis">
        <code>{row.qualityCode}</code> <span className="sv-soft">{row.qualityName}</span>
      </span>
    ),
  },
  {
    id: 'lot',
    title: 'column.lot',
    width: 150,
    phone: 'line',
    isNamed: true,
    cell: (row) => <span className="sv-mono">{row.lotCode}</span>,
  },
  {
    id: 'onHand',
    title: 'column.onHand',
    width: 110,
    align: 'right',
    phone: 'line',
    isNamed: true,
    cell: (row) => <Quantity value={row.onHandMeters} uom="meter" />,
  },
  {
    id: 'free',
    title: 'column.free',
    width: 110,
    align: 'right',
    phone: 'line',
    isNamed: true,
    cell: (row) => <Quantity value={row.freeMeters} uom="meter" />,
  },
  { id: 'location', title: 'column.location', width: 110, cell: (row) => row.location ?? '–' },
  { id: 'status', title: 'column.status', width: 130, phone: 'aside', cell: (row) => <RollTag status={row.status} /> },
];
