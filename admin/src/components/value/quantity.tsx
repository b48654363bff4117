import type { Uom } from '../../api/types/shared.ts';
import { quantityText } from '../../format/numbers.ts';
import { useText } from '../../i18n/text.ts';

/** A quantity with its unit: "320 m". */
export function Quantity({ value, uom }: { value: string; uom: Uom }) {
  const { t, language } = useText();
  return (
    <span className="sv-number">
      {quantityText(value, language)} <span className="sv-unit">{t(`uom.${uom}`)}</span>
    </span>
  );
}
