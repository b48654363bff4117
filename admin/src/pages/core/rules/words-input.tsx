import { Input } from 'antd';
import type { LocalText } from '../../../api/types/shared.ts';
import { useText } from '../../../i18n/text.ts';
import { ProblemsAt } from './problems.tsx';

interface WordsInputProps {
  field: 'sentence' | 'seen' | 'needed' | 'next';
  value: LocalText;
  place: string;
  onChange: (value: LocalText) => void;
}

/** What people read, in both languages. */
export function WordsInput({ field, value, place, onChange }: WordsInputProps) {
  const { t } = useText();
  const label = t(`rules.words.${field}`);
  return (
    <div className="sv-field">
      <span>{label}</span>
      {(['tr', 'en'] as const).map((language) => (
        <div key={language} className="sv-row">
          <span className="sv-faint sv-mono" aria-hidden>
            {language.toUpperCase()}
          </span>
          <Input
            lang={language}
            aria-label={`${label} (${language.toUpperCase()})`}
            data-testid={`words-${field}-${language}`}
            value={value[language]}
            onChange={(event) => onChange({ ...value, [language]: event.target.value })}
          />
        </div>
      ))}
      <ProblemsAt place={place} />
    </div>
  );
}
