import type { Shortage } from '../../../api/types/crm.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { SHORTAGE_TONES } from '../../../components/status/tones.ts';
import { Quantity } from '../../../components/value/quantity.tsx';
import { useText } from '../../../i18n/text.ts';

/** What the warehouse does not have, and what was decided about it. */
export function ShortageList({ shortages, org }: { shortages: readonly Shortage[]; org: string }) {
  const { t } = useText();
  return (
    <Section title={t('section.shortages')}>
      <ul className="sv-list">
        {shortages.map((shortage) => (
          <li key={shortage.id} className="sv-row is-wrap" data-testid="shortage" data-state={shortage.state}>
            <span className="sv-faint">{shortage.position}</span>
            <code>{shortage.itemCode}</code>
            <Quantity value={shortage.shortageQty} uom={shortage.uom} />
            <StatusTag tone={SHORTAGE_TONES[shortage.state]}>
              {shortage.decision ? t(`shortageDecision.${shortage.decision}`) : t(`shortageState.${shortage.state}`)}
            </StatusTag>
            <span className="sv-grow" />
            {shortage.state === 'open' && (
              <ActionButton action="shortage.decide" body={{ shortage: shortage.id }} refusal={null} org={org} place="step" />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
