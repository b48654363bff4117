import { SettingOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useCallback, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { keepOwn, readOwn } from '../../session/own-storage.ts';
import type { Column } from './column.ts';

interface Chosen<Row> {
  shown: Column<Row>[];
  isShown: (column: Column<Row>) => boolean;
  toggle: (id: string) => void;
}

const storedAs = (table: string) => `columns.${table}`;

const readStored = (table: string): Record<string, boolean> => readOwn<Record<string, boolean>>(storedAs(table)) ?? {};

/** Which columns a person sees, kept on this machine. The first column and the org in All Orgs always show. */
export function useColumnChoice<Row>(table: string, columns: readonly Column<Row>[], isAllOrgs: boolean): Chosen<Row> {
  const [choice, setChoice] = useState(() => readStored(table));
  const isShown = (column: Column<Row>) => choice[column.id] ?? column.hidden !== true;
  const toggle = useCallback(
    (id: string) => {
      const column = columns.find((candidate) => candidate.id === id);
      setChoice((before) => {
        const next = { ...before, [id]: !(before[id] ?? column?.hidden !== true) };
        keepOwn(storedAs(table), next);
        return next;
      });
    },
    [table, columns],
  );
  const shown = columns.filter((column, index) => {
    if (column.onlyInAllOrgs) return isAllOrgs;
    return index === 0 || isShown(column);
  });
  return { shown, isShown, toggle };
}

export function ColumnChooser<Row>({ columns, choice }: { columns: readonly Column<Row>[]; choice: Chosen<Row> }) {
  const { t } = useText();
  const choosable = columns.filter((column, index) => index > 0 && !column.onlyInAllOrgs);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="sv-column-list">
          {choosable.map((column) => (
            <label key={column.id}>
              <input type="checkbox" className="sv-check" checked={choice.isShown(column)} onChange={() => choice.toggle(column.id)} />
              {t(column.title)}
            </label>
          ))}
        </div>
      }
    >
      <Button type="text" icon={<SettingOutlined />} aria-label={t('table.columns')} title={t('table.columns')} />
    </Popover>
  );
}
