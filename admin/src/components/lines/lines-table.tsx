import type { ReactNode } from 'react';
import type { DealLineRow } from '../../api/types/crm.ts';
import { compare } from '../../decimal/decimal.ts';
import { quantityText } from '../../format/numbers.ts';
import { useText } from '../../i18n/text.ts';
import { StatusTag } from '../status/status-tag.tsx';
import { Money } from '../value/money.tsx';
import { Quantity } from '../value/quantity.tsx';

interface LinesTableProps {
  lines: readonly DealLineRow[];
  currency: string;
  /** Reservation, lot and roll are known once the deal is won. */
  isAllocationShown: boolean;
  /** What a line offers besides, under its state. */
  stepFor?: (line: DealLineRow) => ReactNode;
}

/** The lines of a deal or PO, read-only. */
export function LinesTable({ lines, currency, isAllocationShown, stepFor }: LinesTableProps) {
  const { t } = useText();
  return (
    <table className="sv-mini sv-lines">
      <thead>
        <tr>
          <th>#</th>
          <th>{t('column.quality')}</th>
          <th className="is-right">{t('column.qty')}</th>
          <th className="is-right">{t('column.unitPrice')}</th>
          <th className="is-right">{t('column.amount')}</th>
          <th>{t('column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className={line.status === 'cancelled' ? 'is-cancelled' : ''}>
            <td className="sv-faint">{line.position}</td>
            <td className="is-what">
              <code>{line.itemCode}</code>
              <span className="sv-line-name">{line.itemName}</span>
              {isAllocationShown && line.rolls.length > 0 && <Rolls line={line} />}
            </td>
            <td className="is-qty is-right">
              <Quantity value={line.qty} uom={line.uom} />
            </td>
            <td className="is-price is-right">
              <Money amount={line.unitPrice} currency={currency} isPrice />
            </td>
            <td className="is-amount is-right">
              <Money amount={line.grossAmount} currency={currency} />
            </td>
            <td className="is-state">
              <LineState line={line} isAllocationShown={isAllocationShown} />
              {stepFor?.(line)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rolls({ line }: { line: DealLineRow }) {
  const { t, language } = useText();
  return (
    <span className="sv-rolls">
      {line.rolls.map((roll) => (
        <span key={`${roll.lot} ${roll.roll}`} title={t('lines.lotRoll', { lot: roll.lot, roll: roll.roll })}>
          <code>{roll.roll}</code> {quantityText(roll.meters, language)} m
        </span>
      ))}
    </span>
  );
}

function LineState({ line, isAllocationShown }: { line: DealLineRow; isAllocationShown: boolean }) {
  const { t, language } = useText();
  if (line.status === 'cancelled') return <StatusTag tone="idle">{t('lines.cancelled')}</StatusTag>;
  if (line.blocked) return <StatusTag tone="blocked">{line.blockedReason ?? t('lines.blocked')}</StatusTag>;
  if (line.pricingState === 'needs_approval') return <WaitingPrice line={line} />;
  if (!isAllocationShown) return <StatusTag tone="done">{t('lines.priceOk')}</StatusTag>;
  if (compare(line.shortageQty, '0') > 0) {
    return (
      <StatusTag tone="blocked">{t('lines.short', { qty: quantityText(line.shortageQty, language), uom: t(`uom.${line.uom}`) })}</StatusTag>
    );
  }
  if (line.reservationState === 'allocated') return <StatusTag tone="done">{t('reservationStatus.allocated')}</StatusTag>;
  if (line.reservationState === 'planned') return <StatusTag tone="moving">{t('reservationStatus.planned')}</StatusTag>;
  if (line.reservationState === 'reserved') return <StatusTag tone="waiting">{t('reservationStatus.reserved')}</StatusTag>;
  return <StatusTag tone="idle">{t('lines.notReserved')}</StatusTag>;
}

/** A price that is not approved: nobody asked for it yet, somebody decides it, or somebody said no. */
function WaitingPrice({ line }: { line: DealLineRow }) {
  const { t } = useText();
  const request = line.priceRequest;
  if (request?.status === 'pending')
    return (
      <StatusTag tone="waiting" title={t('lines.priceAskedBy', { name: request.requestedByName ?? '–', reason: request.reason })}>
        {t('lines.priceAsked')}
      </StatusTag>
    );
  if (request?.status === 'rejected') return <StatusTag tone="blocked">{t('lines.priceRejected')}</StatusTag>;
  return <StatusTag tone="waiting">{t('lines.needsPrice')}</StatusTag>;
}
