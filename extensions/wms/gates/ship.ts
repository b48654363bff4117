import type { RowFor } from '@selvedge/directus/model/index.ts';
import { bindGate, rowOf, type RowName } from '@selvedge/kernel/gate/binding.ts';
import { gates } from '@selvedge/rules/index.ts';

interface Row extends Record<string, unknown> {
  id: string;
  unpicked: number;
  unblocked: number;
  tracking: string | null;
}

/** What whoever posts a shipment says of its way. */
interface Entered {
  readonly carrier: string;
  readonly trackingId: string;
}
interface Asked extends RowName {
  readonly entered?: Entered;
}
const NOTHING_ENTERED: Entered = { carrier: '', trackingId: '' };

/** ship, judged for an order; the carrier comes with the entry and is unknown when only explained. */
export const ship = bindGate({
  gate: gates.ship.gate,
  table: 'wms_order',
  described: { label: 't.po_code' },
  loadFacts: async (tx, orders: readonly Asked[]) => {
    const rows = await tx.query<Row>(
      `select o.id, count(l.id) filter (where l.picked_at is null and not l.blocked) as unpicked, count(l.id) filter (where not l.blocked) as unblocked,
         (select c.tracking from wms_carrier c where c.org = o.org and app.carrier_key(c.name) = app.carrier_key(e.carrier)) as tracking
       from unnest($1::uuid[], $2::text[]) e (id, carrier) join wms_order o on o.id = e.id left join wms_order_line l on l."order" = o.id
       group by o.id, o.org, e.carrier`,
      [orders.map((order) => order.id), orders.map((order) => order.entered?.carrier ?? '')],
    );
    const byOrder = new Map(rows.map((row) => [row.id, row]));
    return (order: RowFor<'wms_order'> & Asked) => {
      const { unpicked, unblocked, tracking } = rowOf(byOrder, order.id);
      const { carrier, trackingId } = order.entered ?? NOTHING_ENTERED;
      return {
        orderStatus: order.status,
        unpickedLineCount: unpicked,
        unblockedLineCount: unblocked,
        carrier,
        carrierTracking: tracking ?? 'unlisted',
        trackingId,
      };
    };
  },
});
