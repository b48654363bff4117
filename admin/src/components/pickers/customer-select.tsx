import { Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useViewList } from '../../views/use-view-list.ts';
import { StatusTag } from '../status/status-tag.tsx';
import { CUSTOMER_TONES } from '../status/tones.ts';

export interface ChosenCustomer {
  profileId: string;
  name: string;
}

interface CustomerSelectProps {
  value: ChosenCustomer | null;
  onChange: (customer: ChosenCustomer | null) => void;
  isMissing: boolean;
  org: string | null;
}

const TYPING_MS = 200;

/** Finds a customer of the org by name or tax number. */
export function CustomerSelect({ value, onChange, isMissing, org }: CustomerSelectProps) {
  const { t } = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useViewList('crm/customers', { scope: 'active', org, q: query }, { pageSize: 20, enabled: org !== null });
  const rows = found.rows.filter((row) => row.status !== 'inactive');
  return (
    <div className="sv-field">
      <label htmlFor={id}>{t('column.customer')}</label>
      <Select
        id={id}
        showSearch
        filterOption={false}
        status={isMissing ? 'error' : ''}
        data-testid="field-customer"
        placeholder={t('customers.search')}
        value={value?.profileId ?? null}
        loading={found.isLoading}
        notFoundContent={t('table.nothingFound')}
        onSearch={setTyped}
        options={withChosen(
          rows.map((row) => ({ value: row.id, label: row.name, status: row.status })),
          value,
        )}
        optionRender={({ label, data }) => (
          <span className="sv-row">
            {label}
            <span className="sv-grow" />
            {data.status && data.status !== 'approved' && (
              <StatusTag tone={CUSTOMER_TONES[data.status]}>{t(`customerStatus.${data.status}`)}</StatusTag>
            )}
          </span>
        )}
        onChange={(profileId: string, option) => {
          const chosen = Array.isArray(option) ? option[0] : option;
          onChange(chosen ? { profileId, name: chosen.label } : null);
        }}
      />
      {isMissing && <span className="sv-field-problem">{t('field.required', { field: t('column.customer') })}</span>}
    </div>
  );
}

interface CustomerOption {
  value: string;
  label: string;
  status?: 'pending_review' | 'approved' | 'inactive';
}

/** The chosen one keeps its name while another search runs. */
function withChosen(options: CustomerOption[], chosen: ChosenCustomer | null): CustomerOption[] {
  if (!chosen || options.some((option) => option.value === chosen.profileId)) return options;
  return [{ value: chosen.profileId, label: chosen.name }, ...options];
}
