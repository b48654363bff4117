import type { GateRow } from '../../../api/types/rules.ts';
import { Facts } from '../../../components/layout/facts.tsx';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useViewOne } from '../../../views/use-view-one.ts';
import { InForceTag } from './gate-columns.tsx';
import { PolicyCards } from './policy-cards.tsx';
import { inForceOf } from './versions.ts';

/** One gate at a glance: what it asks for now. */
export function GatePanel({ row }: { row: GateRow | null }) {
  const { t, pick } = useText();
  const view = useViewOne('core/gate', row?.gate ?? null, { scope: 'active', org: row?.org });
  if (!row) return <EmptyState title={t('rules.empty')} />;
  return (
    <article data-testid="gate">
      <RecordHead
        code={<span className="sv-mono">{row.gate}</span>}
        status={<InForceTag inForce={row.inForce} />}
        title={pick(row.title)}
        meta={row.org}
      />
      <Facts
        facts={[
          { label: t('rules.column.since'), value: <RelativeTime at={row.inForce.effectiveFrom} org={row.org} /> },
          { label: t('rules.publishedBy'), value: row.inForce.publishedByName ?? '–' },
          { label: t('rules.column.drafts'), value: row.drafts },
          { label: t('rules.column.inReview'), value: row.inReview },
        ]}
      />
      <Loaded view={view}>{(gate) => <PolicyCards gate={gate} policy={inForceOf(gate)} />}</Loaded>
    </article>
  );
}
