import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';

export interface ChosenQuality {
  id: string;
  label: string;
}

interface QualitySelectProps {
  id?: string;
  value: ChosenQuality | null;
  placeholder: string;
  /** Only what is sold and received. */
  onlyActive?: boolean;
  allowClear?: boolean;
  isMissing?: boolean;
  onChange: (quality: ChosenQuality | null) => void;
}

const TYPING_MS = 200;
const SHOWN = 100;

/** Finds a quality of the group by code or name. */
export function QualitySelect({ id, value, placeholder, onlyActive, allowClear = false, isMissing = false, onChange }: QualitySelectProps) {
  const { t } = useText();
  const { params } = useScope();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useViewList('wms/qualities', { ...params, q: query, ...(onlyActive && { active: 'true' }) }, { pageSize: SHOWN });
  const options = found.rows.map((row) => ({ value: row.id, label: `${row.code} · ${row.name}` }));
  // The chosen one keeps its name while another search runs.
  const all =
    value === null || options.some((option) => option.value === value.id) ? options : [{ value: value.id, label: value.label }, ...options];
  return (
    <Select
      {...(id !== undefined && { id })}
      className="sv-quality-select"
      showSearch
      filterOption={false}
      allowClear={allowClear}
      status={isMissing ? 'error' : ''}
      aria-label={t('column.quality')}
      data-testid="field-quality"
      placeholder={placeholder}
      value={value?.id ?? null}
      loading={found.isLoading}
      notFoundContent={t('table.nothingFound')}
      onSearch={setTyped}
      options={all}
      onChange={(chosen: string | null | undefined) => {
        const option = all.find((one) => one.value === chosen);
        onChange(option ? { id: option.value, label: option.label } : null);
      }}
    />
  );
}
