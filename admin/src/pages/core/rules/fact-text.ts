import type { Fact } from '../../../api/types/rules.ts';
import type { LocalText } from '../../../api/types/shared.ts';
import { amountText, quantityText } from '../../../format/numbers.ts';
import { dateText, exactText } from '../../../format/times.ts';
import { useText } from '../../../i18n/text.ts';
import { zoneOf } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';

const isWords = (value: object): value is LocalText => 'en' in value && 'tr' in value;

/** The value of a fact as people read it. */
export function useFactText(): (fact: Fact, value: unknown) => string {
  const { t, pick, language } = useText();
  const zone = zoneOf(useMe(), null);
  const read = (fact: Fact, value: unknown): string => {
    if (value === null || value === undefined || (value === '' && fact.nothing))
      return fact.nothing ? pick(fact.nothing) : t('rules.unknown');
    if (Array.isArray(value)) return value.length === 0 ? '–' : value.map((one) => read(fact, one)).join(', ');
    if (typeof value === 'boolean') return t(value ? 'rules.yes' : 'rules.no');
    if (typeof value === 'object') return isWords(value) ? pick(value) : JSON.stringify(value);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const word = fact.words?.[text];
    if (word) return pick(word);
    switch (fact.kind) {
      case 'amount':
        return amountText(text, language);
      case 'quantity':
        return quantityText(text, language);
      case 'day':
      case 'judgingDay':
        return dateText(text, language);
      case 'instant':
      case 'judgingInstant':
        return exactText(text, zone, language);
      default:
        return text;
    }
  };
  return read;
}
