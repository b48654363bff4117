import type { GateRow } from '../../../api/types/rules.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { OpenName } from '../../../components/value/open-name.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';

const countOf = (count: number) => (count === 0 ? '–' : count);

export const GATE_COLUMNS: readonly Column<GateRow>[] = [
  { id: 'gate', title: 'rules.column.gate', width: 260, phone: 'title', cell: (row) => <GateTitle row={row} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  { id: 'inForce', title: 'rules.column.inForce', width: 180, phone: 'aside', cell: (row) => <InForceTag inForce={row.inForce} /> },
  {
    id: 'since',
    title: 'rules.column.since',
    width: 130,
    phone: 'line',
    isEmpty: (row) => row.inForce.effectiveFrom === null,
    cell: (row) => <RelativeTime at={row.inForce.effectiveFrom} org={row.org} />,
  },
  {
    id: 'drafts',
    title: 'rules.column.drafts',
    width: 90,
    align: 'right',
    phone: 'line',
    isNamed: true,
    isEmpty: (row) => row.drafts === 0,
    cell: (row) => countOf(row.drafts),
  },
  {
    id: 'inReview',
    title: 'rules.column.inReview',
    width: 90,
    align: 'right',
    phone: 'line',
    isNamed: true,
    isEmpty: (row) => row.inReview === 0,
    cell: (row) => countOf(row.inReview),
  },
  {
    id: 'scheduled',
    title: 'rules.column.scheduled',
    width: 100,
    align: 'right',
    phone: 'line',
    isNamed: true,
    isEmpty: (row) => row.scheduled === 0,
    cell: (row) => countOf(row.scheduled),
  },
  { id: 'system', title: 'rules.column.system', width: 200, phone: 'line', cell: (row) => <SystemName system={row.system} /> },
];

function GateTitle({ row }: { row: GateRow }) {
  const { pick } = useText();
  return <OpenName name={pick(row.title)} />;
}

/** Which version judges: the group's default, or the org's own. */
export function InForceTag({ inForce }: { inForce: Pick<GateRow['inForce'], 'policy' | 'version'> }) {
  const { t } = useText();
  const isDefault = inForce.policy === null;
  return (
    <StatusTag tone={isDefault ? 'idle' : 'done'}>
      {t(isDefault ? 'rules.default' : 'rules.version', { version: inForce.version })}
    </StatusTag>
  );
}

function SystemName({ system }: Pick<GateRow, 'system'>) {
  const { t } = useText();
  return system === null ? <span className="sv-faint">{t('rules.noCommand')}</span> : <>{t(`system.${system}`)}</>;
}
