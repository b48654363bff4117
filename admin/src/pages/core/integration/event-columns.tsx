import type { EventRow } from '../../../api/types/core.ts';
import type { Column, FilterDefinition } from '../../../components/command-center/column.ts';
import { OpenName } from '../../../components/value/open-name.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { DirectionText, EVENT_STATUSES, EventStatusTag, SideText } from './event-words.tsx';

export const DIRECTION = [
  { value: 'crm>wms', label: 'integration.direction.toWms' },
  { value: 'wms>crm', label: 'integration.direction.toCrm' },
] as const;
const BY_DIRECTION: FilterDefinition = { param: 'direction', label: 'integration.column.direction', options: DIRECTION };

/** How far back, in hours, by the word that stands in the address. */
export const SINCE_HOURS: Readonly<Record<string, number>> = { '1h': 1, '24h': 24, '7d': 168, '30d': 720 };
const BY_TIME: FilterDefinition = {
  param: 'since',
  label: 'integration.since.label',
  options: (['1h', '24h', '7d', '30d'] as const).map((value) => ({ value, label: `integration.since.${value}` as const })),
};

export const HELD_FILTERS: readonly FilterDefinition[] = [
  BY_DIRECTION,
  BY_TIME,
  {
    param: 'status',
    label: 'integration.column.status',
    options: (['dead', 'parked', 'waiting'] as const).map((value) => ({ value, label: `integration.status.${value}` as const })),
  },
];

export const EVENT_FILTERS: readonly FilterDefinition[] = [
  BY_DIRECTION,
  BY_TIME,
  {
    param: 'side',
    label: 'integration.column.side',
    options: (['sent', 'received'] as const).map((value) => ({ value, label: `integration.side.${value}` as const })),
  },
  {
    param: 'status',
    label: 'integration.column.status',
    options: EVENT_STATUSES.map((value) => ({ value, label: `integration.status.${value}` as const })),
  },
];

export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  { id: 'type', title: 'integration.column.type', width: 220, phone: 'title', cell: (row) => <OpenName name={row.type} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org ?? '–'} /> },
  { id: 'status', title: 'integration.column.status', width: 130, phone: 'aside', cell: (row) => <EventStatusTag status={row.status} /> },
  {
    id: 'direction',
    title: 'integration.column.direction',
    width: 120,
    phone: 'line',
    cell: (row) => <DirectionText source={row.source} target={row.target} />,
  },
  { id: 'side', title: 'integration.column.side', width: 90, cell: (row) => <SideText side={row.side} /> },
  {
    id: 'entity',
    title: 'integration.column.entity',
    width: 250,
    cell: (row) => (
      <span className="sv-ellipsis">
        {row.entity ?? '–'} <code>{row.entityId ?? ''}</code>
      </span>
    ),
  },
  { id: 'sequence', title: 'integration.column.sequence', width: 60, align: 'right', cell: (row) => row.sequence ?? '–' },
  { id: 'at', title: 'integration.column.at', width: 120, phone: 'line', cell: (row) => <RelativeTime at={row.at} org={row.org} /> },
  {
    id: 'reason',
    title: 'integration.column.reason',
    width: 320,
    phone: 'line',
    isEmpty: (row) => !row.reason,
    cell: (row) => <span className="sv-ellipsis">{row.reason ?? ''}</span>,
  },
];
