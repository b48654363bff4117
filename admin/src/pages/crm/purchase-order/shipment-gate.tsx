import { actionForCommand } from '../../../actions/actions.ts';
import { purchaseOrderOffers } from '../../../actions/purchase-order-offers.ts';
import type { PurchaseOrderView } from '../../../api/types/crm.ts';
import type { Requirement } from '../../../api/types/shared.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { ExplainedGate } from '../../../components/why-blocked/explained-gate.tsx';
import { RecordPaymentButton } from '../payments/record-payment-button.tsx';

/** Why the shipment cannot be approved yet, each row with its next step where this screen has it. */
export function ShipmentGate({ view }: { view: PurchaseOrderView }) {
  const { purchaseOrder: po } = view;
  const offers = purchaseOrderOffers(view);
  const stepFor = (requirement: Requirement) => {
    if (requirement.command === 'payment.record') return <RecordPaymentButton view={view} />;
    const action = actionForCommand(requirement.command);
    const offer = offers.find((candidate) => candidate.action === action);
    if (!offer || action === 'purchase-order.approve-shipment') return null;
    if (action === 'payment.confirm' && offer.refusal === 'refusal.paymentNotCovered') return <RecordPaymentButton view={view} />;
    return <ActionButton {...offer} org={po.org} />;
  };
  return <ExplainedGate system="crm" gate="shipment-approval" subject={po.id} stepFor={stepFor} />;
}
