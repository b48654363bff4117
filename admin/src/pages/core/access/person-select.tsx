import { Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import type { TextKey } from '../../../i18n/text-key.ts';
import type { PersonRow } from '../../../api/types/core.ts';
import { useViewList } from '../../../views/use-view-list.ts';

interface PersonSelectProps {
  label: TextKey;
  value: PersonRow | null;
  onChange: (person: PersonRow | null) => void;
  isMissing: boolean;
  org: string;
  /** Nobody gives a role to themselves. */
  except: string | undefined;
}

const TYPING_MS = 200;

/** Finds a person of the org by name, anybody else by the whole e-mail address. */
export function PersonSelect({ label, value, onChange, isMissing, org, except }: PersonSelectProps) {
  const { t } = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useViewList('core/people', { scope: 'active', org, q: query });
  const others = found.rows.filter((row) => row.id !== except);
  const shown = value && !others.some((row) => row.id === value.id) ? [value, ...others] : others;
  return (
    <div className="sv-field">
      <label htmlFor={id}>{t(label)}</label>
      <Select
        id={id}
        showSearch
        filterOption={false}
        status={isMissing ? 'error' : ''}
        data-testid="field-person"
        placeholder={t('access.findPerson')}
        value={value?.id ?? null}
        loading={found.isLoading}
        notFoundContent={t('table.nothingFound')}
        onSearch={setTyped}
        options={shown.map((row) => ({ value: row.id, label: row.name, email: row.email }))}
        optionRender={({ label: name, data }) => (
          <span className="sv-row">
            {name}
            <span className="sv-grow" />
            <span className="sv-faint">{data.email}</span>
          </span>
        )}
        onChange={(chosen: string) => onChange(shown.find((row) => row.id === chosen) ?? null)}
      />
      {isMissing && <span className="sv-field-problem">{t('field.required', { field: t(label) })}</span>}
    </div>
  );
}
