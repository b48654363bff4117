import type { OrderStatus, PoQueue, ReservationLineStatus } from '../../../api/types/wms.ts';
import { OrderStatusTag, ReservationTag, StatusTag } from '../../../components/status/status-tag.tsx';
import { ORDER_TONES, RESERVATION_TONES } from '../../../components/status/tones.ts';
import { useText } from '../../../i18n/text.ts';

const isOrderStatus = (status: string): status is OrderStatus => status in ORDER_TONES;
const isReservation = (status: string): status is ReservationLineStatus => status in RESERVATION_TONES;
const isQueue = (status: string): status is Extract<PoQueue, 'to_plan' | 'to_allocate'> => status === 'to_plan' || status === 'to_allocate';

/** The status of a reservation or of an order, whichever the row is. */
export function WarehouseStatusTag({ status }: { status: string }) {
  const { t } = useText();
  if (isQueue(status)) return <StatusTag tone="waiting">{t(`poQueue.${status}`)}</StatusTag>;
  if (isReservation(status) && status !== 'released') return <ReservationTag status={status} />;
  if (isOrderStatus(status)) return <OrderStatusTag status={status} />;
  return <StatusTag tone="moving">{status}</StatusTag>;
}
