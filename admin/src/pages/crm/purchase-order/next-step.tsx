import { ClockCircleOutlined, RightCircleFilled, UserOutlined } from '@ant-design/icons';
import { actionOf } from '../../../actions/actions.ts';
import type { Offer } from '../../../actions/offer.ts';
import { nextAction } from '../../../actions/purchase-order-offers.ts';
import type { PurchaseOrderView } from '../../../api/types/crm.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { ActionRow } from '../../../components/layout/action-row.tsx';
import { useText } from '../../../i18n/text.ts';
import { holdsKey, useMe } from '../../../session/me.ts';
import { PERMISSION_KEYS } from '../../../session/permission-keys.ts';
import { RecordPaymentButton } from '../payments/record-payment-button.tsx';
import { waitText } from './wait-text.ts';

/** What the PO waits for, whom, and the one primary button when that is the reader. */
export function NextStep({ view, offers }: { view: PurchaseOrderView; offers: readonly Offer[] }) {
  const { t } = useText();
  const me = useMe();
  const { purchaseOrder: po } = view;
  const next = nextAction(view);
  const shortage = view.shortages.find((candidate) => candidate.state === 'open');
  const key = next === null ? null : next === 'payment.record' ? 'payments:record' : actionOf(next).key;
  const isMine = key !== null && me !== null && holdsKey(me, key, po.org);
  const isWaiting = po.stage.startsWith('needs_');
  const who = key === null ? t('role.warehouse') : PERMISSION_KEYS[key].map((role) => t(`role.${role}`)).join(', ');
  const canRecord = po.stage !== 'cancelled' && po.paymentConfirmedAt === null;
  const Icon = isMine ? UserOutlined : isWaiting ? ClockCircleOutlined : RightCircleFilled;
  return (
    <div className={`sv-next ${isMine ? 'is-mine' : ''}`} data-testid="next-step" data-mine={isMine}>
      {isWaiting && (
        <p className={isMine ? 'sv-strong' : 'sv-text-waiting'}>
          <Icon aria-hidden /> {t(isMine ? 'next.you' : 'next.other', { who, what: t(waitText(view, next)) })}
        </p>
      )}
      <div className="sv-actions-line">
        {next === 'payment.record' && <RecordPaymentButton view={view} isPrimary={isMine} />}
        {next === 'shortage.decide' && shortage && (
          <ActionButton action="shortage.decide" body={{ shortage: shortage.id }} refusal={null} org={po.org} isPrimary={isMine} />
        )}
        <ActionRow offers={offers} org={po.org} primary={isMine && next !== 'payment.record' && next !== 'shortage.decide' ? next : null}>
          {next !== 'payment.record' && canRecord && <RecordPaymentButton view={view} />}
        </ActionRow>
      </div>
    </div>
  );
}
