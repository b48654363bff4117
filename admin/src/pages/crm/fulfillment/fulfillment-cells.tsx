import { StopFilled } from '@ant-design/icons';
import type { FulfillmentRow } from '../../../api/types/crm.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { useText } from '../../../i18n/text.ts';

/** Cash or credit, and whether that part is done or blocked. */
export function PaymentCell({ row }: { row: FulfillmentRow }) {
  const { t } = useText();
  if (row.creditBlocked) return <StatusTag tone="blocked">{t('fulfillment.creditBlocked')}</StatusTag>;
  if (row.paymentConfirmedAt) return <StatusTag tone="done">{t('fulfillment.paid')}</StatusTag>;
  return <span className="sv-soft">{t(`paymentMode.${row.paymentMode}`)}</span>;
}

/** "3 / 4" lines, with the shortages that are not decided. */
export function AllocationProgress({ row }: { row: FulfillmentRow }) {
  const { t } = useText();
  const isDone = row.allocatedLineCount >= row.lineCount;
  return (
    <span className="sv-number">
      {row.openShortageCount > 0 && (
        <span className="sv-text-blocked" title={t('fulfillment.shortages', { count: row.openShortageCount })}>
          <StopFilled aria-label={t('fulfillment.shortages', { count: row.openShortageCount })} /> {row.openShortageCount} ·{' '}
        </span>
      )}
      <span className={isDone ? 'sv-text-done' : ''}>
        {row.allocatedLineCount} / {row.lineCount}
      </span>
    </span>
  );
}
