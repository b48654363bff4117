import { Input } from 'antd';
import { useState } from 'react';
import type { LeafValue } from '../../../api/types/rules.ts';
import { readTypedNumber, typedFrom } from '../../../decimal/read-typed-number.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';

interface ScalarProps<Value> {
  label: string;
  value: Value;
  onChange: (value: LeafValue) => void;
}

/** A value as it stands in an input. */
export const plainText = (value: LeafValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

const SHARED = { className: 'sv-leaf-value', 'data-testid': 'leaf-value' } as const;

/** A decimal as the person writes it; what is no number stays as typed, and the check says so. */
export function DecimalInput({ label, value, onChange }: ScalarProps<string>) {
  const mark = decimalMarkOf(useText().language);
  const read = (typed: string) => readTypedNumber(typed, mark) ?? typed;
  const [typed, setTyped] = useState(() => typedFrom(value, mark));
  // The text may have been changed beside the form.
  const shown = read(typed) === value ? typed : typedFrom(value, mark);
  return (
    <Input
      {...SHARED}
      inputMode="decimal"
      aria-label={label}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(read(event.target.value));
      }}
    />
  );
}

const WHOLE = /^-?\d{1,9}$/;

export function WholeInput({ label, value, onChange }: ScalarProps<LeafValue>) {
  return (
    <Input
      {...SHARED}
      inputMode="numeric"
      aria-label={label}
      value={plainText(value)}
      onChange={({ target }) => onChange(WHOLE.test(target.value) ? Number(target.value) : target.value)}
    />
  );
}

/** Texts with commas between them. */
export function TextsInput({ label, value, onChange }: ScalarProps<readonly string[]>) {
  const read = (typed: string) =>
    typed
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const [typed, setTyped] = useState(() => value.join(', '));
  const shown = read(typed).join() === value.join() ? typed : value.join(', ');
  return (
    <Input
      {...SHARED}
      aria-label={label}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(read(event.target.value));
      }}
    />
  );
}
