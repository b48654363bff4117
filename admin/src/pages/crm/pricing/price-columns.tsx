import type { PriceRow } from '../../../api/types/pricing.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { Money } from '../../../components/value/money.tsx';
import { OpenName } from '../../../components/value/open-name.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import type { Tone } from '../../../theme/theme.ts';

export const PRICE_COLUMNS: readonly Column<PriceRow>[] = [
  { id: 'quality', title: 'column.quality', width: 170, phone: 'title', cell: (row) => <OpenName name={row.code} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  { id: 'name', title: 'field.name', width: 210, phone: 'line', cell: (row) => <span className="sv-ellipsis">{row.name}</span> },
  { id: 'price', title: 'column.listPrice', width: 140, align: 'right', phone: 'aside', cell: (row) => <ListPrice row={row} /> },
  { id: 'state', title: 'column.state', width: 168, phone: 'line', cell: (row) => <PriceState row={row} /> },
  {
    id: 'confirmed',
    title: 'column.confirmed',
    width: 120,
    phone: 'line',
    cell: (row) => <RelativeTime at={row.confirmedAt} org={row.org} />,
  },
  { id: 'by', title: 'column.confirmedBy', width: 150, cell: (row) => row.confirmedByName ?? <span className="sv-faint">–</span> },
  { id: 'free', title: 'column.free', width: 110, align: 'right', cell: (row) => <Quantity value={row.freeMeters} uom="meter" /> },
  {
    id: 'onHand',
    title: 'column.onHand',
    width: 110,
    align: 'right',
    hidden: true,
    cell: (row) => <Quantity value={row.onHandMeters} uom="meter" />,
  },
];

export function ListPrice({ row }: { row: PriceRow }) {
  return <Money amount={row.price} currency={row.currency ?? ''} isPrice strong />;
}

export const priceStateOf = (row: PriceRow) =>
  row.priceId === null ? 'missing' : row.hiddenFromSales ? 'hidden' : row.stale ? 'stale' : 'fresh';

const TONES: Record<ReturnType<typeof priceStateOf>, Tone> = { missing: 'idle', hidden: 'blocked', stale: 'waiting', fresh: 'done' };

/** Whether sales sees the quality at this price, and if not, why. */
export function PriceState({ row }: { row: PriceRow }) {
  const { t } = useText();
  const state = priceStateOf(row);
  return <StatusTag tone={TONES[state]}>{t(`pricing.state.${state}`)}</StatusTag>;
}
