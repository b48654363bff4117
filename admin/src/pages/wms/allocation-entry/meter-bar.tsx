import { compare, toScaled } from '../../../decimal/decimal.ts';
import { quantityText } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';

/** How many of the needed meters are entered. */
export function MeterBar({ done, needed }: { done: string; needed: string }) {
  const { t, language } = useText();
  const isComplete = compare(done, needed) >= 0;
  const percent = Math.min(100, Math.round((asNumber(done) / Math.max(asNumber(needed), 0.001)) * 100));
  return (
    <span className={`sv-meter ${isComplete ? 'is-complete' : ''}`}>
      <span className="sv-meter-track" aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </span>
      <span className="sv-number">
        {quantityText(done, language)} / {quantityText(needed, language)} {t('uom.meter')}
      </span>
    </span>
  );
}

// For the width of a bar only; amounts themselves stay decimal.
function asNumber(decimal: string): number {
  const scaled = toScaled(decimal);
  return scaled ? Number(scaled.units) / 10 ** scaled.scale : 0;
}
