import type { AllocationEntryRow } from '../../../api/types/wms.ts';
import { Section } from '../../../components/layout/section.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { useText } from '../../../i18n/text.ts';
import { useViewList } from '../../../views/use-view-list.ts';

const SHOWN = 12;

/** Rolls of this quality and where they lie, for those who look before they scan. */
export function RollsInStock({ line, onChoose }: { line: AllocationEntryRow; onChoose: (code: string) => void }) {
  const { t } = useText();
  const { rows, isLoading } = useViewList('wms/rolls', { scope: 'active', org: line.org, quality: line.qualityId }, { pageSize: SHOWN });
  const planned = new Set(line.lots.map((lot) => lot.lotCode));
  const sorted = [...rows].sort((left, right) => Number(planned.has(right.lotCode)) - Number(planned.has(left.lotCode)));
  return (
    <Section title={t('entry.inStock')}>
      {!isLoading && rows.length === 0 && <p className="sv-faint">{t('entry.noRolls')}</p>}
      <ul className="sv-roll-list">
        {sorted.map((roll) => (
          <li key={roll.id}>
            <button type="button" className="sv-roll" data-roll={roll.code} onClick={() => onChoose(roll.code)}>
              <span className="sv-mono sv-strong">{roll.code}</span>
              <Quantity value={roll.freeMeters} uom="meter" />
              <span className="sv-faint">
                {roll.lotCode}
                {planned.has(roll.lotCode) ? ` · ${t('entry.plannedLot')}` : ''}
              </span>
              <span className="sv-soft">{roll.location ?? '–'}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
