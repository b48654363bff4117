import type { PlanningRow } from '../../../api/types/wms.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ReservationTag } from '../../../components/status/status-tag.tsx';
import { Code } from '../../../components/value/code.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { compare } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';

/** One reserved line: from which lots it is held, and what is missing. */
export function PlanningPanel({ line }: { line: PlanningRow | null }) {
  const { t } = useText();
  if (!line) return <EmptyState title={t('planning.moved')} why={t('planning.movedWhy')} />;
  return (
    <article data-testid="planning-line" data-code={`${line.dealCode}/${line.position}`}>
      <RecordHead
        code={<Code value={line.dealCode} />}
        status={<ReservationTag status={line.status} />}
        title={line.qualityName}
        meta={line.org}
      />
      <div className="sv-actions">
        <ActionButton action="reservation.plan" body={{ line: line.id }} refusal={null} org={line.org} isPrimary />
      </div>
      <Facts
        facts={[
          { label: t('column.customer'), value: line.customerName },
          { label: t('column.quality'), value: <code>{line.qualityCode}</code> },
          { label: t('column.qty'), value: <Quantity value={line.qty} uom={line.uom} /> },
          { label: t('column.reserved'), value: <Quantity value={line.reservedQty} uom={line.uom} /> },
          {
            label: t('planning.missing'),
            value: <Quantity value={line.shortageQty} uom={line.uom} />,
            isBad: compare(line.shortageQty, '0') > 0,
          },
        ]}
      />
      <Section title={t('column.lots')}>
        {line.lots.length === 0 ? (
          <p className="sv-faint">{t('planning.noLots')}</p>
        ) : (
          <ul className="sv-list">
            {line.lots.map((lot) => (
              <li key={lot.lotCode} className="sv-row">
                <Code value={lot.lotCode} />
                <span className="sv-grow" />
                <Quantity value={lot.meters} uom="meter" />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </article>
  );
}
