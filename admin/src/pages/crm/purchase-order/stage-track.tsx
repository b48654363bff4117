import type { PoStage } from '../../../api/types/crm.ts';
import { useText } from '../../../i18n/text.ts';

const WAY: readonly PoStage[] = [
  'needs_allocation_plan',
  'needs_roll_entry',
  'needs_ship_date',
  'needs_payment',
  'needs_approval',
  'released',
  'picking',
  'shipped',
  'delivered',
  'invoiced',
  'closed',
];

/** How far the PO has come; the stage is derived, never typed. */
export function StageTrack({ stage }: { stage: PoStage }) {
  const { t } = useText();
  if (stage === 'cancelled') return null;
  const reached = WAY.indexOf(stage);
  return (
    <ol className="sv-track" aria-label={t('panel.way')}>
      {WAY.map((step, index) => {
        const state = index < reached || stage === 'closed' ? 'is-done' : index === reached ? 'is-now' : '';
        return (
          <li key={step} className={state} title={t(`stage.${step}`)} aria-current={index === reached ? 'step' : undefined}>
            <span className="sv-hidden">{t(`stage.${step}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
