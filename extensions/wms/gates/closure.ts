import type { RowFor } from '@selvedge/directus/model/index.ts';
import { bindGate, rowOf, type RowName } from '@selvedge/kernel/gate/binding.ts';
import { gates } from '@selvedge/rules/index.ts';

interface Row extends Record<string, unknown> {
  id: string;
  delivered_at: Date | null;
  pod_reference: string | null;
  open_issues: number;
}

/** closure, judged for an order. */
export const closure = bindGate({
  gate: gates.closure.gate,
  table: 'wms_order',
  described: { label: 't.po_code' },
  loadFacts: async (tx, orders: readonly RowName[]) => {
    const rows = await tx.query<Row>(
      `select o.id, s.delivered_at, s.pod_reference, (select count(*) from wms_order_line l where l."order" = o.id and l.blocked) as open_issues
       from wms_order o left join wms_shipment s on s."order" = o.id where o.id = any ($1::uuid[])`,
      [orders.map((order) => order.id)],
    );
    const byOrder = new Map(rows.map((row) => [row.id, row]));
    return (order: RowFor<'wms_order'>) => {
      const row = rowOf(byOrder, order.id);
      return {
        deliveredAt: row.delivered_at?.toISOString() ?? null,
        podReference: row.pod_reference,
        invoiceStatus: order.invoice_status,
        invoiceControlStatus: order.invoice_control_status,
        openIssueCount: row.open_issues,
      };
    };
  },
});
