import { Checkbox, Input } from 'antd';
import type { Fact, GateView, Leaf, LeafValue, ValueKind } from '../../../api/types/rules.ts';
import { useText } from '../../../i18n/text.ts';
import { factsAgainst, firstValue, kindOfValue, valueKindsFor } from './condition-edit.ts';
import { DecimalInput, plainText, TextsInput, WholeInput } from './scalar-inputs.tsx';

interface ValueInputProps {
  gate: GateView;
  fact: Fact;
  leaf: Leaf;
  onChange: (value: LeafValue) => void;
}

/** What a fact is compared with: a constant of its kind, a list, a number of days, or another fact. */
export function ValueInput({ gate, fact, leaf, onChange }: ValueInputProps) {
  const { t } = useText();
  const kinds = valueKindsFor(fact, leaf.operator, gate);
  const kind = kindOfValue(leaf.value, kinds) ?? kinds[0];
  return (
    <>
      {kinds.length > 1 && (
        <select
          className="sv-scope"
          aria-label={t('rules.valueKind')}
          value={kind}
          onChange={(event) =>
            onChange(
              firstValue(
                fact,
                kinds.find((one) => one === event.target.value),
                gate,
              ),
            )
          }
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`rules.valueKinds.${one}`)}
            </option>
          ))}
        </select>
      )}
      {kind && <OfKind kind={kind} gate={gate} fact={fact} value={leaf.value} onChange={onChange} />}
    </>
  );
}

interface OfKindProps {
  kind: ValueKind;
  gate: GateView;
  fact: Fact;
  value: LeafValue;
  onChange: (value: LeafValue) => void;
}

function OfKind({ kind, gate, fact, value, onChange }: OfKindProps) {
  const { t, pick } = useText();
  const label = t('rules.value');
  const words = Object.entries(fact.words ?? {});
  const text = plainText(value);
  switch (kind) {
    case 'null':
      return null;
    case 'days':
      return <WholeInput label={label} value={value} onChange={onChange} />;
    case 'list': {
      const chosen = Array.isArray(value) ? value : [];
      if (words.length === 0) return <TextsInput label={label} value={chosen} onChange={onChange} />;
      return (
        <Checkbox.Group
          value={chosen}
          options={words.map(([word, said]) => ({ value: word, label: pick(said) }))}
          onChange={(next) => onChange(next)}
        />
      );
    }
    case 'sameFact':
    case 'listFact':
    case 'countFact':
      return (
        <Choice
          label={label}
          value={typeof value === 'object' && value !== null && 'fact' in value ? value.fact : ''}
          options={factsAgainst(fact, kind, gate.facts).map((one) => [one.name, pick(one.label)])}
          onChange={(name) => onChange({ fact: name })}
        />
      );
    case 'constant':
      break;
  }
  switch (fact.kind) {
    case 'flag':
      return (
        <Choice
          label={label}
          value={text}
          options={[
            ['true', t('rules.yes')],
            ['false', t('rules.no')],
          ]}
          onChange={(chosen) => onChange(chosen === 'true')}
        />
      );
    case 'count':
      return <WholeInput label={label} value={value} onChange={onChange} />;
    case 'amount':
    case 'quantity':
      return <DecimalInput label={label} value={text} onChange={onChange} />;
    default:
      return words.length > 0 ? (
        <Choice label={label} value={text} options={words.map(([word, said]) => [word, pick(said)])} onChange={onChange} />
      ) : (
        <Input className="sv-leaf-value" aria-label={label} value={text} onChange={(event) => onChange(event.target.value)} />
      );
  }
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const isKnown = options.some(([one]) => one === value);
  return (
    <select
      className="sv-scope"
      aria-label={label}
      data-testid="leaf-value"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {!isKnown && <option value={value}>{value}</option>}
      {options.map(([one, said]) => (
        <option key={one} value={one}>
          {said}
        </option>
      ))}
    </select>
  );
}
