import { CloseOutlined, FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FieldOption } from '../../actions/definition.ts';
import { useText } from '../../i18n/text.ts';
import { usePageKeys } from '../keys/use-page-keys.ts';
import type { FilterDefinition } from './column.ts';
import type { ListState } from './use-list-state.ts';

interface FilterBarProps {
  state: ListState;
  filters: readonly FilterDefinition[];
  /** Left out where the view cannot search. */
  searchHint: string | null;
  children?: ReactNode;
}

const TYPING_MS = 220;

/** Search, and filters as sentences that can be read and taken away. */
export function FilterBar({ state, filters, searchHint, children }: FilterBarProps) {
  const { t } = useText();
  const nameOf = (option: FieldOption) => ('name' in option ? option.name : t(option.label));
  const active = filters.filter((filter) => state.get(filter.param) !== '');
  const idle = filters.filter((filter) => state.get(filter.param) === '');
  return (
    <div className="sv-filter-bar">
      {searchHint !== null && <SearchBox state={state} hint={searchHint} />}
      {active.map((filter) => {
        const option = filter.options.find((candidate) => candidate.value === state.get(filter.param));
        return (
          <span key={filter.param} className="sv-chip">
            {t('table.filterIs', { filter: t(filter.label), value: option ? nameOf(option) : state.get(filter.param) })}
            <button
              type="button"
              className="sv-chip-x"
              aria-label={t('table.removeFilter', { filter: t(filter.label) })}
              onClick={() => state.set({ [filter.param]: null })}
            >
              <CloseOutlined />
            </button>
          </span>
        );
      })}
      {idle.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: idle.map((filter) => ({
              key: filter.param,
              label: t(filter.label),
              children: filter.options.map((option) => ({
                key: `${filter.param}=${option.value}`,
                label: nameOf(option),
                onClick: () => state.set({ [filter.param]: option.value }),
              })),
            })),
          }}
        >
          <Button type="text" icon={<FilterOutlined />}>
            {t('table.addFilter')}
          </Button>
        </Dropdown>
      )}
      <span className="sv-grow" />
      {children}
    </div>
  );
}

function SearchBox({ state, hint }: { state: ListState; hint: string }) {
  const { t } = useText();
  const inUrl = state.get('q');
  const [typed, setTyped] = useState(inUrl);
  const input = useRef<InputRef>(null);
  const { set } = state;
  useEffect(() => setTyped(inUrl), [inUrl]);
  useEffect(() => {
    if (typed === inUrl) return;
    const timer = setTimeout(() => set({ q: typed.trim() || null }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, inUrl, set]);
  usePageKeys([{ key: '/', help: 'keys.search', run: () => input.current?.focus() }]);
  return (
    <Input
      ref={input}
      className="sv-search"
      prefix={<SearchOutlined aria-hidden />}
      allowClear
      value={typed}
      placeholder={hint}
      aria-label={t('table.search')}
      data-testid="search"
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') input.current?.blur();
      }}
    />
  );
}
