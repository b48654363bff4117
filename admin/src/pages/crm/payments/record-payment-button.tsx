import { lazy, Suspense, useRef, useState } from 'react';
import type { PurchaseOrderView } from '../../../api/types/crm.ts';
import { RefusableButton } from '../../../components/action/refusable-button.tsx';
import { useShownAction } from '../../../components/action/shown-actions.ts';
import { useText } from '../../../i18n/text.ts';
import { holdsKey, useMe } from '../../../session/me.ts';

const RecordPaymentDialog = lazy(() => import('./record-payment-dialog.tsx').then((module) => ({ default: module.RecordPaymentDialog })));

/** Records a payment of this PO's customer, allocated to this PO. */
export function RecordPaymentButton({
  view,
  isPrimary = false,
  place = 'command',
}: {
  view: PurchaseOrderView;
  isPrimary?: boolean;
  place?: 'command' | 'step';
}) {
  const { t } = useText();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const { purchaseOrder: po } = view;
  const reason =
    po.stage === 'cancelled'
      ? t('refusal.poCancelled')
      : me && holdsKey(me, 'payments:record', po.org)
        ? null
        : t('refusal.keyMissing', { key: 'payments:record', roles: `${t('role.sales_manager')}, ${t('role.accounting')}` });
  const press = () => {
    if (reason === null) setOpen(true);
  };
  useShownAction({ action: 'payment.record', label: t('action.payment.record.label'), refusal: reason, isPrimary, press });
  return (
    <>
      <RefusableButton
        button={button}
        refusal={reason}
        type={isPrimary ? 'primary' : 'default'}
        data-testid={`${place}-payment.record`}
        onClick={press}
      >
        {t('action.payment.record.label')}…
      </RefusableButton>
      {isOpen && (
        <Suspense fallback={null}>
          <RecordPaymentDialog purchaseOrder={view} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
