import { amountText, priceText } from '../../format/numbers.ts';
import { useText } from '../../i18n/text.ts';

interface MoneyProps {
  amount: string | null;
  currency: string;
  /** A unit price keeps up to four decimals. */
  isPrice?: boolean;
  strong?: boolean;
}

/** An amount with its currency, never without. */
export function Money({ amount, currency, isPrice = false, strong = false }: MoneyProps) {
  const { language } = useText();
  if (amount === null) return <span className="sv-faint">–</span>;
  const text = isPrice ? priceText(amount, language) : amountText(amount, language);
  return (
    <span className={strong ? 'sv-number sv-strong' : 'sv-number'}>
      {text} <span className="sv-unit">{currency}</span>
    </span>
  );
}
