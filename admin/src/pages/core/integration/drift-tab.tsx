import type { DriftRow } from '../../../api/types/core.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import type { BulkAction } from '../../../components/command-center/bulk-action.ts';
import type { Column } from '../../../components/command-center/column.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { Code } from '../../../components/value/code.tsx';
import { OpenName } from '../../../components/value/open-name.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { MirrorRuns, MirrorText } from './mirror-runs.tsx';
import type { TabProps } from './tab-props.ts';

const rowId = (row: DriftRow) => row.id;
const rowCode = (row: DriftRow) => row.entityId;

const BULK: readonly BulkAction<DriftRow>[] = [
  {
    action: 'drift.heal',
    send: { by: 'ids', name: 'differences', id: rowId },
    refusal: (row) => (row.kind === 'surplus' ? 'refusal.unknownToOwner' : null),
  },
];

const COLUMNS: readonly Column<DriftRow>[] = [
  { id: 'entity', title: 'integration.column.entity', width: 300, phone: 'title', cell: (row) => <OpenName name={row.entityId} /> },
  { id: 'org', title: 'column.org', width: 60, onlyInAllOrgs: true, phone: 'line', cell: (row) => <OrgTag code={row.org} /> },
  { id: 'kind', title: 'integration.drift.column.kind', width: 170, phone: 'aside', cell: (row) => <KindTag kind={row.kind} /> },
  { id: 'mirror', title: 'integration.drift.column.mirror', width: 160, phone: 'line', cell: (row) => <MirrorText mirror={row.mirror} /> },
  { id: 'found', title: 'integration.drift.column.found', width: 120, phone: 'line', cell: (row) => <RelativeTime at={row.foundAt} /> },
  { id: 'told', title: 'integration.drift.column.told', width: 150, cell: (row) => <RelativeTime at={row.toldAt} /> },
];

/** Where a copy no longer holds what its owner has, and the way to mend it. */
export function DriftTab({ tabs, chosen, state, lead }: TabProps) {
  const { t } = useText();
  const { params } = useScope();
  const list = useViewList('core/drift', params);
  return (
    <CommandCenter
      table="drift"
      title="integration.title"
      list={list}
      state={state}
      columns={COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      queues={{ tabs, param: 'tab', chosen }}
      bulk={BULK}
      lead={
        <>
          {lead}
          <MirrorRuns />
        </>
      }
      primary={<ActionButton action="drift.check" body={{}} refusal={null} org={null} isPrimary />}
      empty={<EmptyState title={t('integration.drift.empty')} why={t('integration.drift.emptyWhy')} />}
      panel={(id) => <DriftPanel row={list.rows.find((row) => row.id === id) ?? null} />}
    />
  );
}

function KindTag({ kind }: { kind: DriftRow['kind'] }) {
  const { t } = useText();
  return <StatusTag tone="blocked">{t(`integration.drift.kind.${kind}`)}</StatusTag>;
}

function DriftPanel({ row }: { row: DriftRow | null }) {
  const { t } = useText();
  if (!row) return <EmptyState title={t('integration.drift.empty')} />;
  return (
    <article data-testid="drift">
      <RecordHead code={<MirrorText mirror={row.mirror} />} status={<KindTag kind={row.kind} />} title={row.entityId} meta={row.org} />
      <p className="sv-soft">{t('integration.drift.canHeal')}</p>
      <Facts
        facts={[
          {
            label: `${t('integration.drift.column.owner')} (${row.owner.toUpperCase()})`,
            value: row.ownerDigest ? <Code value={row.ownerDigest} /> : '–',
          },
          {
            label: `${t('integration.drift.column.copy')} (${row.keeper.toUpperCase()})`,
            value: row.mirrorDigest ? <Code value={row.mirrorDigest} /> : '–',
          },
          { label: t('integration.drift.column.found'), value: <RelativeTime at={row.foundAt} /> },
          { label: t('integration.drift.column.told'), value: <RelativeTime at={row.toldAt} /> },
        ]}
      />
    </article>
  );
}
