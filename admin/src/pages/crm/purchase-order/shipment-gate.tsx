import { actionForCommand } from '../../../actions/actions.ts';
import type { Offer } from '../../../actions/offer.ts';
import type { PurchaseOrderView } from '../../../api/types/crm.ts';
import type { Requirement } from '../../../api/types/shared.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { ExplainedGate } from '../../../components/why-blocked/explained-gate.tsx';
import { RecordPaymentButton } from '../payments/record-payment-button.tsx';

/** Why the shipment cannot be approved yet, each row with its next step where this screen has it. */
export function ShipmentGate({ view, offers }: { view: PurchaseOrderView; offers: readonly Offer[] }) {
  const { purchaseOrder: po } = view;
  const stepFor = (requirement: Requirement) => {
    if (requirement.command === 'payment.record') return <RecordPaymentButton view={view} place="step" />;
    const shortage = view.shortages.find((candidate) => candidate.state === 'open');
    if (requirement.command === 'shortage.decide' && shortage)
      return <ActionButton action="shortage.decide" body={{ shortage: shortage.id }} refusal={null} org={po.org} place="step" />;
    const action = actionForCommand(requirement.command);
    const offer = offers.find((candidate) => candidate.action === action);
    if (!offer || action === 'purchase-order.approve-shipment') return null;
    if (action === 'payment.confirm' && offer.refusal === 'refusal.paymentNotCovered')
      return <RecordPaymentButton view={view} place="step" />;
    return <ActionButton {...offer} org={po.org} place="step" />;
  };
  return <ExplainedGate system="crm" gate="shipment-approval" subject={po.id} stepFor={stepFor} />;
}
