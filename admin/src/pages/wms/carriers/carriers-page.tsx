import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { CarrierRow } from '../../../api/types/wms.ts';
import { ActionDialog } from '../../../components/action/action-dialog.tsx';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { Column, FilterDefinition } from '../../../components/command-center/column.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { OpenName } from '../../../components/value/open-name.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { ActiveTag } from './active-tag.tsx';
import { CarrierPanel } from './carrier-panel.tsx';

const FILTERS: readonly FilterDefinition[] = [
  {
    param: 'active',
    label: 'column.status',
    options: [
      { value: 'true', label: 'carriers.active' },
      { value: 'false', label: 'carriers.off' },
    ],
  },
];

const COLUMNS: readonly Column<CarrierRow>[] = [
  { id: 'name', title: 'column.carrier', width: 260, phone: 'title', cell: (row) => <OpenName name={row.name} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  { id: 'tracking', title: 'field.trackingId', width: 200, phone: 'line', cell: (row) => <TrackingText tracking={row.tracking} /> },
  { id: 'status', title: 'column.status', width: 130, phone: 'aside', cell: (row) => <ActiveTag isActive={row.active} /> },
  {
    id: 'shipments',
    title: 'carriers.lately',
    width: 150,
    align: 'right',
    phone: 'line',
    isNamed: true,
    cell: (row) => <span className="sv-number">{row.shipments}</span>,
  },
  { id: 'last', title: 'carriers.last', width: 150, cell: (row) => <RelativeTime at={row.lastShippedAt} org={row.org} /> },
];

const rowId = (row: CarrierRow) => row.id;
const rowName = (row: CarrierRow) => row.name;

/** Who takes the goods, and of whom a tracking number is asked. */
export function CarriersPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const list = useViewList('wms/carriers', { ...params, active: state.get('active'), q: state.get('q') });
  const isFiltered = state.get('q') !== '' || state.get('active') !== '';
  return (
    <CommandCenter
      table="carriers"
      title="carriers.title"
      searchHint="carriers.search"
      list={list}
      state={state}
      columns={COLUMNS}
      rowId={rowId}
      rowCode={rowName}
      filters={FILTERS}
      primary={<AddCarrierButton />}
      empty={<EmptyState title={t('carriers.empty')} why={isFiltered ? t('states.filtered') : t('carriers.emptyWhy')} />}
      panel={(id) => <CarrierPanel carrier={list.rows.find((row) => row.id === id) ?? null} />}
    />
  );
}

/** Which of one's organisations a carrier is for is never guessed: it is added while looking at one. */
function AddCarrierButton() {
  const { t } = useText();
  const { scope } = useScope();
  const [isOpen, setOpen] = useState(false);
  const org = scope.kind === 'active' ? scope.org : null;
  const may = useHolds('wms', 'carriers:keep', org?.code);
  if (org === null || !may) return null;
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} data-testid="new-carrier" onClick={() => setOpen(true)}>
        {t('action.carrier.add.label')}
      </Button>
      {isOpen && (
        <ActionDialog
          action="carrier.add"
          body={{ org: org.id }}
          initial={{ tracking: 'given' }}
          error={null}
          onClose={() => setOpen(false)}
          onDone={() => setOpen(false)}
        />
      )}
    </>
  );
}

function TrackingText({ tracking }: Pick<CarrierRow, 'tracking'>) {
  const { t } = useText();
  return <>{t(`carriers.tracking.${tracking}`)}</>;
}
