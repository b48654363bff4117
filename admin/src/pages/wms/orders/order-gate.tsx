import type { OrderView } from '../../../api/types/wms.ts';
import { ExplainedGate } from '../../../components/why-blocked/explained-gate.tsx';

/** The gate that the order stands before: shipping, or closure. */
export function OrderGate({ order }: { order: OrderView['order'] }) {
  if (order.status === 'picking' || order.status === 'picked') return <ExplainedGate system="wms" gate="ship" subject={order.id} />;
  if (order.status === 'delivered' || order.status === 'invoiced') return <ExplainedGate system="wms" gate="closure" subject={order.id} />;
  return null;
}
