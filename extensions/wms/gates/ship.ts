import type { RowFor } from '@selvedge/directus/model/index.ts';
import { bindGate } from '@selvedge/kernel/gate/binding.ts';
import { gates } from '@selvedge/rules/index.ts';

interface Row extends Record<string, unknown> {
  unpicked: number;
  unblocked: number;
}

/** ship, judged for an order; the carrier comes with the entry and is unknown when only explained. */
export const ship = bindGate({
  gate: gates.ship.gate,
  table: 'wms_order',
  described: { label: 't.po_code' },
  loadFacts: async (tx, order: RowFor<'wms_order'> & { entered?: { carrier: string } } & Record<string, unknown>) => {
    const row = await tx.one<Row>(
      `select count(*) filter (where picked_at is null and not blocked) as unpicked, count(*) filter (where not blocked) as unblocked from wms_order_line where "order" = $1`,
      [order.id],
    );
    return { orderStatus: order.status, unpickedLineCount: row.unpicked, unblockedLineCount: row.unblocked, carrier: order.entered?.carrier ?? '' };
  },
});
