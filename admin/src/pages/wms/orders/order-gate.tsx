import type { OrderView } from '../../../api/types/wms.ts';
import { ExplainedGate } from '../../../components/why-blocked/explained-gate.tsx';

/** The shipment dialog asks for the carrier itself. */
const ASKED_BY_DIALOG = ['CARRIER_NAMED'];

/** The gate that the order stands before: shipping, or closure. */
export function gateOfOrder(status: OrderView['order']['status']): 'ship' | 'closure' | null {
  if (status === 'picking' || status === 'picked') return 'ship';
  return status === 'delivered' || status === 'invoiced' ? 'closure' : null;
}

export function OrderGate({ order }: { order: OrderView['order'] }) {
  const gate = gateOfOrder(order.status);
  return gate ? <ExplainedGate system="wms" gate={gate} subject={order.id} askedLater={ASKED_BY_DIALOG} /> : null;
}
