import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { OrderView } from '../../../api/types/wms.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { OrderStatusTag } from '../../../components/status/status-tag.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { useText } from '../../../i18n/text.ts';
import { ScanField } from '../../../warehouse/scan-field.tsx';
import { ScanResult } from '../../../warehouse/scan-result.tsx';
import { PickLine } from './pick-line.tsx';
import { usePicking } from './use-picking.ts';

/** One order being picked: scan rolls or tap lines, then complete. */
export function PickOrder({ view, onDone }: { view: OrderView; onDone: () => void }) {
  const { t } = useText();
  const { order, lines } = view;
  const picking = usePicking(view);
  const open = lines.filter((line) => !line.blocked && !picking.isPicked(line)).length;
  const isUnsent = lines.some(picking.isWaiting);
  const body = { order: order.id };
  return (
    <article data-testid="pick-order" data-code={order.poCode} data-status={order.status}>
      <header className="sv-work-head">
        <div className="sv-row is-wrap">
          <h1 className="sv-mono">{order.poCode}</h1>
          <OrderStatusTag status={order.status} />
        </div>
        <p className="sv-soft">
          {order.customerName} · {t('column.shipDate')} <CalendarDate date={order.shipDate} />
        </p>
        <p className="sv-big">
          {t('picking.progress', { done: lines.length - open - lines.filter((line) => line.blocked).length, all: lines.length })}
        </p>
      </header>
      {order.status === 'released' && (
        <ActionButton action="order.start-picking" body={body} refusal={null} org={order.org} isPrimary size="large" />
      )}
      {order.status === 'picking' && (
        <>
          {open > 0 && <ScanField label={t('picking.scanRoll')} hint={t('picking.scanRoll')} onScan={picking.scan} />}
          <ScanResult result={picking.result} onUndo={picking.undo} />
          {open === 0 && (
            <ActionButton
              action="order.complete-picking"
              body={body}
              refusal={isUnsent ? 'refusal.scansWaiting' : null}
              org={order.org}
              isPrimary
              size="large"
              onDone={onDone}
            />
          )}
        </>
      )}
      {!['released', 'picking'].includes(order.status) && (
        <p className="sv-banner sv-tone-done">
          <CheckOutlined aria-hidden /> {t('picking.isOver', { status: t(`orderStatus.${order.status}`) })}{' '}
          <Button size="large" onClick={onDone}>
            {t('picking.next')}
          </Button>
        </p>
      )}
      <ul className="sv-pick-lines">
        {lines.map((line) => (
          <PickLine
            key={line.id}
            line={line}
            isPicked={picking.isPicked(line)}
            isWaiting={picking.isWaiting(line)}
            isBusy={picking.busyLine === line.id}
            canAct={order.status === 'picking'}
            onPick={() => picking.pick(line)}
            onUnpick={() => picking.unpick(line)}
          />
        ))}
      </ul>
    </article>
  );
}
