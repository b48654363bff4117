import { AutoComplete, Input, Select } from 'antd';
import { lazy, Suspense, useId } from 'react';
import type { ActionField } from '../../actions/definition.ts';
import { readTypedNumber, typedFrom } from '../../decimal/read-typed-number.ts';
import { decimalMarkOf } from '../../format/numbers.ts';
import { foldName } from '../../format/fold-name.ts';
import { useText } from '../../i18n/text.ts';

/** The calendar is the heaviest of all inputs and the rarest. */
const DateInput = lazy(() => import('./date-input.tsx').then((module) => ({ default: module.DateInput })));

/** A list longer than this is searched rather than read. */
const LONG_LIST = 8;

interface FieldInputProps {
  field: ActionField;
  value: string;
  isMissing: boolean;
  isFirst?: boolean;
  onChange: (value: string) => void;
}

/** One labelled input of a dialog, with its problem in place. */
export function FieldInput({ field, value, isMissing, isFirst = false, onChange }: FieldInputProps) {
  const { t, language } = useText();
  const id = useId();
  const problemId = `${id}-problem`;
  const shared = {
    id,
    autoFocus: isFirst,
    status: isMissing ? ('error' as const) : ('' as const),
    'aria-required': field.required === true,
    'aria-invalid': isMissing,
    'aria-describedby': isMissing ? problemId : undefined,
    'data-testid': `field-${field.name}`,
  };
  return (
    <div className="sv-field">
      <label htmlFor={id}>
        {t(field.label)}
        {field.required ? '' : <span className="sv-faint"> {t('words.optional')}</span>}
      </label>
      {field.kind === 'text' && field.options === undefined && (
        <Input {...shared} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
      {field.kind === 'text' && field.options !== undefined && (
        <AutoComplete
          id={id}
          value={value}
          options={field.options.map((option) => ({ value: option.value, label: 'name' in option ? option.name : t(option.label) }))}
          filterOption={(typed, option) => foldName(option?.label ?? '').includes(foldName(typed))}
          onChange={(typed: string | undefined) => onChange(typed ?? '')}
        >
          <Input {...shared} />
        </AutoComplete>
      )}
      {field.kind === 'note' && <Input.TextArea {...shared} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />}
      {field.kind === 'amount' && (
        <Input
          {...shared}
          inputMode="decimal"
          className="sv-right"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => onChange(tidied(value, decimalMarkOf(language)))}
        />
      )}
      {field.kind === 'date' && (
        <Suspense fallback={<Input disabled aria-hidden />}>
          <DateInput {...shared} value={value} onChange={onChange} />
        </Suspense>
      )}
      {field.kind === 'choice' && (
        <Select
          id={id}
          autoFocus={isFirst}
          status={shared.status}
          data-testid={shared['data-testid']}
          value={value === '' ? null : value}
          placeholder={t(field.ifNone ?? 'words.choose')}
          options={(field.options ?? []).map((option) => ({
            value: option.value,
            label: 'name' in option ? option.name : t(option.label),
          }))}
          allowClear={field.required !== true}
          showSearch={(field.options?.length ?? 0) > LONG_LIST}
          optionFilterProp="label"
          onChange={(chosen: string | undefined) => onChange(chosen ?? '')}
        />
      )}
      {isMissing && (
        <span id={problemId} className="sv-field-problem">
          {value.trim() === '' ? t('field.required', { field: t(field.label) }) : t('field.noAmount', { value })}
        </span>
      )}
    </div>
  );
}

/** Without thousands marks; what is no number stays as typed, to be corrected. */
function tidied(typed: string, mark: ',' | '.'): string {
  const read = readTypedNumber(typed, mark);
  return read === null ? typed : typedFrom(read, mark);
}
