import {
  CheckCircleFilled,
  ClockCircleOutlined,
  MinusCircleOutlined,
  RightCircleFilled,
  StopFilled,
  UserOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Tone } from '../../theme/theme.ts';
import {
  STAGE_TONES,
  DEAL_TONES,
  CUSTOMER_TONES,
  ORDER_TONES,
  CONTROL_TONES,
  RESERVATION_TONES,
  ROLL_TONES,
  PRICE_REQUEST_TONES,
} from './tones.ts';
import { useText } from '../../i18n/text.ts';
import type { PriceRequestStatus } from '../../api/types/approvals.ts';
import type { CustomerStatus, DealStatus, PoStage } from '../../api/types/crm.ts';
import type { InvoiceControlStatus, OrderStatus, ReservationLineStatus, RollStatus } from '../../api/types/wms.ts';

const ICONS: Record<Tone, ComponentType> = {
  you: UserOutlined,
  waiting: ClockCircleOutlined,
  blocked: StopFilled,
  moving: RightCircleFilled,
  done: CheckCircleFilled,
  idle: MinusCircleOutlined,
};

/** Colour, icon and word: never colour alone. */
export function StatusTag({ tone, children, title }: { tone: Tone; children: string; title?: string }) {
  const Icon = ICONS[tone];
  return (
    <span className={`sv-tag sv-tone-${tone}`} title={title}>
      <Icon aria-hidden />
      <span>{children}</span>
    </span>
  );
}

export function StageTag({ stage }: { stage: PoStage }) {
  const { t } = useText();
  return <StatusTag tone={STAGE_TONES[stage]}>{t(`stage.${stage}`)}</StatusTag>;
}

export function DealStatusTag({ status }: { status: DealStatus }) {
  const { t } = useText();
  return <StatusTag tone={DEAL_TONES[status]}>{t(`dealStatus.${status}`)}</StatusTag>;
}

export function CustomerStatusTag({ status }: { status: CustomerStatus }) {
  const { t } = useText();
  return <StatusTag tone={CUSTOMER_TONES[status]}>{t(`customerStatus.${status}`)}</StatusTag>;
}

export function OrderStatusTag({ status }: { status: OrderStatus }) {
  const { t } = useText();
  return <StatusTag tone={ORDER_TONES[status]}>{t(`orderStatus.${status}`)}</StatusTag>;
}

export function ControlTag({ status }: { status: InvoiceControlStatus | null }) {
  const { t } = useText();
  if (status === null) return <span className="sv-faint">–</span>;
  return <StatusTag tone={CONTROL_TONES[status]}>{t(`controlStatus.${status}`)}</StatusTag>;
}

export function ReservationTag({ status }: { status: ReservationLineStatus }) {
  const { t } = useText();
  return <StatusTag tone={RESERVATION_TONES[status]}>{t(`reservationStatus.${status}`)}</StatusTag>;
}

export function RollTag({ status }: { status: RollStatus }) {
  const { t } = useText();
  return <StatusTag tone={ROLL_TONES[status]}>{t(`rollStatus.${status}`)}</StatusTag>;
}

export function PriceRequestTag({ status }: { status: PriceRequestStatus }) {
  const { t } = useText();
  return <StatusTag tone={PRICE_REQUEST_TONES[status]}>{t(`priceRequestStatus.${status}`)}</StatusTag>;
}
