import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../../i18n/text.ts';
import type { BulkChoice } from './bulk-action.ts';
import { BulkButton } from './bulk-button.tsx';

interface BulkBarProps<Row> {
  rows: readonly Row[];
  actions: readonly BulkChoice<Row>[];
  rowCode: (row: Row) => string;
  onClear: () => void;
}

/** Stands under the table while rows are selected; the first act is the primary one. */
export function BulkBar<Row>({ rows, actions, rowCode, onClear }: BulkBarProps<Row>) {
  const { t } = useText();
  return (
    <div className="sv-bulk" role="region" aria-label={t('bulk.region')} data-testid="bulk-bar">
      <strong>{t('bulk.selected', { count: rows.length })}</strong>
      {actions.map((bulk, index) => (
        <BulkButton key={bulk.action} isPrimary={index === 0} bulk={bulk} rows={rows} rowCode={rowCode} onClear={onClear} />
      ))}
      <span className="sv-grow" />
      <Button type="text" icon={<CloseOutlined />} onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </div>
  );
}
