import type { OrderRow } from '../../../api/types/wms.ts';
import { OrderStatusTag } from '../../../components/status/status-tag.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { useText } from '../../../i18n/text.ts';

export function OrderToPick({ row, onChoose }: { row: OrderRow; onChoose: () => void }) {
  const { t } = useText();
  return (
    <button type="button" className="sv-work-card is-mine" data-code={row.poCode} onClick={onChoose}>
      <span className="sv-row">
        <strong className="sv-mono">{row.poCode}</strong>
        <span className="sv-grow" />
        <OrderStatusTag status={row.status} />
      </span>
      <span className="sv-ellipsis">{row.customerName}</span>
      <span className="sv-soft">
        {t('picking.progress', { done: row.pickedLineCount, all: row.lineCount })} · {t('column.shipDate')}{' '}
        <CalendarDate date={row.shipDate} />
      </span>
    </button>
  );
}
