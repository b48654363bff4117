import { Checkbox, Input, Select } from 'antd';
import type { Fact } from '../../../api/types/rules.ts';
import { useText } from '../../../i18n/text.ts';
import { DecimalInput, TextsInput, WholeInput } from './scalar-inputs.tsx';

interface FactInputProps {
  fact: Fact;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A value that a fact may take before anybody has said one. */
function emptyValue({ kind, words }: Fact): unknown {
  switch (kind) {
    case 'flag':
      return false;
    case 'count':
      return 0;
    case 'amount':
    case 'quantity':
      return '0';
    case 'wordList':
    case 'textList':
      return [];
    case 'sentence':
      return { en: '', tr: '' };
    default:
      return Object.keys(words ?? {})[0] ?? '';
  }
}

/** The value of a fact in a case, typed as its kind is; where it may be unknown, that can be said as well. */
export function FactInput({ fact, value, onChange }: FactInputProps) {
  const { t, pick } = useText();
  const isUnknown = value === null || value === undefined;
  return (
    <div className="sv-row is-wrap" data-testid="fact-input" data-fact={fact.name}>
      {!isUnknown && <OfKind fact={fact} value={value} onChange={onChange} />}
      {(fact.nullable || isUnknown) && (
        <Checkbox
          checked={isUnknown}
          aria-label={t('rules.cases.unknownOf', { fact: pick(fact.label) })}
          onChange={({ target }) => onChange(target.checked ? null : emptyValue(fact))}
        >
          {fact.nothing ? pick(fact.nothing) : t('rules.unknown')}
        </Checkbox>
      )}
    </div>
  );
}

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

function OfKind({ fact, value, onChange }: FactInputProps) {
  const { t, pick } = useText();
  const label = pick(fact.label);
  const words = Object.entries(fact.words ?? {}).map(([word, said]) => ({ value: word, label: pick(said) }));
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (fact.kind) {
    case 'flag':
      return (
        <select
          className="sv-scope"
          aria-label={label}
          data-testid="fact-value"
          value={text}
          onChange={({ target }) => onChange(target.value === 'true')}
        >
          <option value="true">{t('rules.yes')}</option>
          <option value="false">{t('rules.no')}</option>
        </select>
      );
    case 'count':
      return <WholeInput label={label} value={typeof value === 'number' ? value : text} onChange={onChange} />;
    case 'amount':
    case 'quantity':
      return <DecimalInput label={label} value={text} onChange={onChange} />;
    case 'wordList':
    case 'textList':
      return words.length === 0 ? (
        <TextsInput label={label} value={textsIn(value)} onChange={onChange} />
      ) : (
        <Select mode="multiple" className="sv-leaf-value" aria-label={label} value={textsIn(value)} options={words} onChange={onChange} />
      );
    case 'sentence':
      return <SentenceInput label={label} value={value} onChange={onChange} />;
    case 'day':
    case 'judgingDay':
      return (
        <Input className="sv-leaf-value" type="date" aria-label={label} value={text} onChange={(event) => onChange(event.target.value)} />
      );
    default:
      return words.length > 0 ? (
        <Select className="sv-leaf-value" aria-label={label} value={text} options={words} onChange={onChange} />
      ) : (
        <Input className="sv-leaf-value" aria-label={label} value={text} onChange={(event) => onChange(event.target.value)} />
      );
  }
}

/** A sentence that a fact carries in both languages. */
function SentenceInput({ label, value, onChange }: { label: string; value: unknown; onChange: (value: unknown) => void }) {
  const said = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return (
    <>
      {(['tr', 'en'] as const).map((language) => (
        <Input
          key={language}
          className="sv-leaf-value"
          aria-label={`${label} (${language})`}
          value={typeof said[language] === 'string' ? said[language] : ''}
          onChange={(event) => onChange({ ...said, [language]: event.target.value })}
        />
      ))}
    </>
  );
}
