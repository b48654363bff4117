import type { Condition, Fact, GateView, LeafValue } from '../../../api/types/rules.ts';
import type { Language } from '../../../i18n/language.ts';
import { useText, type Texts } from '../../../i18n/text.ts';
import { amountText, quantityText } from '../../../format/numbers.ts';

type Known = Pick<GateView, 'facts' | 'operators'>;
const DECIMAL = /^-?\d+(\.\d+)?$/;

function scalarText(value: string | number | boolean, fact: Fact | undefined, { t, pick }: Texts, language: Language): string {
  if (typeof value === 'boolean') return t(value ? 'rules.yes' : 'rules.no');
  const word = fact?.words?.[String(value)];
  if (word) return pick(word);
  if (typeof value === 'string' && DECIMAL.test(value) && fact?.kind === 'amount') return amountText(value, language);
  if (typeof value === 'string' && DECIMAL.test(value) && fact?.kind === 'quantity') return quantityText(value, language);
  if (value !== '') return String(value);
  return fact?.nothing ? pick(fact.nothing) : '""';
}

function valueText(value: LeafValue, fact: Fact | undefined, gate: Known, texts: Texts): string {
  if (value === null) return texts.t('rules.nothing');
  if (Array.isArray(value)) return value.map((one) => scalarText(one, fact, texts, texts.language)).join(', ');
  if (typeof value !== 'object') return scalarText(value, fact, texts, texts.language);
  const other = gate.facts.find((one) => one.name === value.fact);
  return other ? texts.pick(other.label) : value.fact;
}

/** A condition as people read it: fact, operator, value; groups stand in a frame of their own. */
export function ConditionWords({ gate, condition }: { gate: Known; condition: Condition }) {
  const texts = useText();
  const { t, pick } = texts;
  if ('operator' in condition) {
    const fact = gate.facts.find((one) => one.name === condition.fact);
    const operator = gate.operators[condition.operator];
    // "Is not nothing" is no way to say that there is a ship date.
    if (condition.value === null && (condition.operator === 'equal' || condition.operator === 'notEqual')) {
      return (
        <span className="sv-condition-leaf">
          <strong>{fact ? pick(fact.label) : condition.fact}</strong>{' '}
          {t(condition.operator === 'equal' ? 'rules.isNotThere' : 'rules.isThere')}
        </span>
      );
    }
    return (
      <span className="sv-condition-leaf">
        <strong>{fact ? pick(fact.label) : condition.fact}</strong> {operator ? pick(operator.words) : condition.operator}{' '}
        <span className="sv-condition-value">{valueText(condition.value, fact, gate, texts)}</span>
      </span>
    );
  }
  const [parts, how] = 'all' in condition ? ([condition.all, 'all'] as const) : ([condition.any, 'any'] as const);
  return (
    <div className="sv-condition-group">
      <span className="sv-faint">{t(`rules.group.${how}`)}</span>
      <ul>
        {parts.map((part, index) => (
          <li key={index}>
            <ConditionWords gate={gate} condition={part} />
          </li>
        ))}
      </ul>
    </div>
  );
}
