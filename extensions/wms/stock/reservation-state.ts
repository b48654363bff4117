import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import { isZero } from '@selvedge/kernel/money.ts';

/** What `reservation.updated` says of a line. */
export interface LineState extends Row {
  deal_line_id: string;
  state: 'reserved' | 'short' | 'planned' | 'allocated' | 'released';
  reserved_qty: string;
  shortage_qty: string;
}

/** Where every line of a reservation stands now. */
export const lineStates = (tx: Tx, reservationId: string) =>
  tx.query<LineState>(
    'select crm_deal_line_id as deal_line_id, status as state, reserved_qty, shortage_qty from wms_reservation_line where reservation = $1 order by position',
    [reservationId],
  );

/** What its lines make of the whole. */
export function statusOf(lines: readonly LineState[]): 'reserved' | 'partial' | 'released' {
  const live = lines.filter((line) => line.state !== 'released');
  return live.length === 0 ? 'released' : live.some((line) => !isZero(line.shortage_qty)) ? 'partial' : 'reserved';
}
