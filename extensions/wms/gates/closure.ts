import type { RowFor } from '@selvedge/directus/model/index.ts';
import { bindGate } from '@selvedge/kernel/gate/binding.ts';
import { gates } from '@selvedge/rules/index.ts';

interface Row extends Record<string, unknown> {
  delivered_at: Date | null;
  pod_reference: string | null;
  open_issues: number;
}

/** closure, judged for an order. */
export const closure = bindGate({
  gate: gates.closure.gate,
  table: 'wms_order',
  described: { label: 't.po_code' },
  loadFacts: async (tx, order: RowFor<'wms_order'> & Record<string, unknown>) => {
    const row = await tx.one<Row>(
      `select s.delivered_at, s.pod_reference, (select count(*) from wms_order_line l where l."order" = o.id and l.blocked) as open_issues
       from wms_order o left join wms_shipment s on s."order" = o.id where o.id = $1`,
      [order.id],
    );
    return {
      deliveredAt: row.delivered_at?.toISOString() ?? null,
      podReference: row.pod_reference,
      invoiceStatus: order.invoice_status,
      invoiceControlStatus: order.invoice_control_status,
      openIssueCount: row.open_issues,
    };
  },
});
