import type { ReactNode } from 'react';
import type { DecisionRow, GateView } from '../../../api/types/rules.ts';
import type { Column, FilterDefinition, QueueTab } from '../../../components/command-center/column.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { ListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { Money } from '../../../components/value/money.tsx';
import { OpenName } from '../../../components/value/open-name.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { AnswerTag, VersionName } from './decision-marks.tsx';
import { DecisionPanel } from './decision-panel.tsx';

const rowId = (row: DecisionRow) => String(row.id);
const rowCode = (row: DecisionRow) => row.label ?? row.subjectId;

const FILTERS: readonly FilterDefinition[] = [
  {
    param: 'allowed',
    label: 'rules.column.answer',
    options: [
      { value: 'true', label: 'rules.allowed' },
      { value: 'false', label: 'rules.blocked' },
    ],
  },
  {
    param: 'overridden',
    label: 'rules.column.overridden',
    options: [
      { value: 'true', label: 'rules.yes' },
      { value: 'false', label: 'rules.no' },
    ],
  },
];

const COLUMNS: readonly Column<DecisionRow>[] = [
  { id: 'record', title: 'rules.column.record', width: 190, phone: 'title', cell: (row) => <OpenName name={rowCode(row)} /> },
  { id: 'answer', title: 'rules.column.answer', width: 150, phone: 'aside', cell: (row) => <AnswerTag row={row} /> },
  {
    id: 'amount',
    title: 'rules.column.amount',
    width: 140,
    align: 'right',
    phone: 'line',
    isEmpty: (row) => row.amount === null,
    cell: (row) => (row.currency === null ? '–' : <Money amount={row.amount} currency={row.currency} />),
  },
  {
    id: 'unmet',
    title: 'rules.column.because',
    width: 240,
    cell: (row) => <span className="sv-mono sv-ellipsis">{row.unmet.join(', ')}</span>,
  },
  { id: 'version', title: 'rules.column.version', width: 120, cell: (row) => <VersionName row={row} /> },
  { id: 'who', title: 'rules.column.who', width: 170, cell: (row) => row.actorName ?? '–' },
  { id: 'at', title: 'rules.column.at', width: 120, phone: 'line', cell: (row) => <RelativeTime at={row.at} org={row.org} /> },
];

interface DecisionsTabProps {
  gate: GateView;
  state: ListState;
  queues: { tabs: readonly QueueTab[]; param: string; chosen: string };
  lead: ReactNode;
}

/** What the gate decided, newest first. */
export function DecisionsTab({ gate, state, queues, lead }: DecisionsTabProps) {
  const { t, pick } = useText();
  const narrowed = Object.fromEntries(FILTERS.map(({ param }) => [param, state.get(param)]));
  const list = useViewList('core/decisions', { scope: 'active', org: gate.org, gate: gate.gate, ...narrowed });
  const isFiltered = Object.values(narrowed).some((value) => value !== '');
  return (
    <CommandCenter
      table="decisions"
      title="rules.tab.decisions"
      heading={pick(gate.title)}
      list={list}
      state={state}
      columns={COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      queues={queues}
      lead={lead}
      filters={FILTERS}
      empty={<EmptyState title={t('rules.decisions.empty')} why={t(isFiltered ? 'states.filtered' : 'rules.decisions.emptyWhy')} />}
      panel={(id) => <DecisionPanel key={id} gate={gate} id={id} />}
    />
  );
}
