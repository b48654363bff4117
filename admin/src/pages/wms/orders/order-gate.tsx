import { Link } from 'react-router';
import { actionForCommand } from '../../../actions/actions.ts';
import type { Offer } from '../../../actions/offer.ts';
import { ASKED_BY_SHIPPING } from '../../../actions/order-offers.ts';
import type { Requirement } from '../../../api/types/shared.ts';
import type { OrderView } from '../../../api/types/wms.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { ExplainedGate } from '../../../components/why-blocked/explained-gate.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';

/** The gate that the order stands before: shipping, or closure. */
export function gateOfOrder(status: OrderView['order']['status']): 'ship' | 'closure' | null {
  if (status === 'picking' || status === 'picked') return 'ship';
  return status === 'delivered' || status === 'invoiced' ? 'closure' : null;
}

/** Why the order cannot leave or be closed yet, each row with its next step where this screen has it. */
export function OrderGate({ order, offers }: { order: OrderView['order']; offers: readonly Offer[] }) {
  const { t } = useText();
  const scoped = useScopedPath();
  const gate = gateOfOrder(order.status);
  if (gate === null) return null;
  const stepFor = (requirement: Requirement) => {
    // Lines are picked where the scanner is.
    if (requirement.command === 'order.complete-picking')
      return (
        <Link className="sv-link-button" data-testid="step-picking" to={scoped(`/picking?po=${order.poCode}`)}>
          {t('orders.pickHere')}
        </Link>
      );
    const action = actionForCommand(requirement.command);
    const offer = offers.find((candidate) => candidate.action === action);
    return offer && <ActionButton {...offer} org={order.org} place="step" />;
  };
  return <ExplainedGate system="wms" gate={gate} subject={order.id} askedLater={ASKED_BY_SHIPPING} stepFor={stepFor} />;
}
