import type { RowFor } from '@selvedge/directus/model/index.ts';
import { bindGate, rowOf } from '@selvedge/kernel/gate/binding.ts';
import { gates } from '@selvedge/rules/index.ts';

interface Row extends Record<string, unknown> {
  id: string;
  unpicked: number;
  unblocked: number;
}

/** ship, judged for an order; the carrier comes with the entry and is unknown when only explained. */
export const ship = bindGate({
  gate: gates.ship.gate,
  table: 'wms_order',
  described: { label: 't.po_code' },
  loadFacts: async (tx, orders: readonly (RowFor<'wms_order'> & { entered?: { carrier: string } } & Record<string, unknown>)[]) => {
    const rows = await tx.query<Row>(
      `select o.id, count(l.id) filter (where l.picked_at is null and not l.blocked) as unpicked, count(l.id) filter (where not l.blocked) as unblocked
       from wms_order o left join wms_order_line l on l."order" = o.id where o.id = any ($1::uuid[]) group by o.id`,
      [orders.map((order) => order.id)],
    );
    const byOrder = new Map(rows.map((row) => [row.id, row]));
    return orders.map((order) => {
      const { unpicked, unblocked } = rowOf(byOrder, order.id);
      return { orderStatus: order.status, unpickedLineCount: unpicked, unblockedLineCount: unblocked, carrier: order.entered?.carrier ?? '' };
    });
  },
});
