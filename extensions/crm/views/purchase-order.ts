import { z } from 'zod';
import { notFound } from '@selvedge/kernel/errors.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { withBlockInWords, type Blocked } from '../credit/decide-credit-block.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';
import { contractRow, creditIn, customerRow, dealLineRows, personName, timelineRows } from './parts.ts';

interface Head extends Record<string, unknown> {
  deal: string;
  profile: string;
  currency: string;
}

/** Everything the shipment approval screen shows of one PO (J35, J36). */
export const purchaseOrder = defineView({
  name: 'purchase-order',
  system: 'crm',
  title: { en: 'Purchase order', tr: 'Sipariş' },
  query: z.object({ id: z.uuid() }),
  run: async ({ tx, now }, { id }) => {
    const head = await tx.maybe<Head>(
      `select po.id, po.code, o.code as org, po.status, po.stage, po.stage_since as "stageSince", po.currency, po.gross_amount as "grossAmount", po.ship_date as "shipDate",
         po.payment_confirmed_at as "paymentConfirmedAt", ${personName('pu')} as "paymentConfirmedByName", po.approved_at as "approvedAt", ${personName('au')} as "approvedByName",
         po.override_reason as "overrideReason", po.cancel_reason as "cancelReason", po.deal, po.profile
       from crm_purchase_order po join core_org o on o.id = po.org
       left join directus_users pu on pu.id = po.payment_confirmed_by left join directus_users au on au.id = po.approved_by where po.id = $1`,
      [id],
    );
    if (!head) throw notFound();
    await showCustomersBehindRecords(tx);
    const { deal, profile, ...order } = head;
    const payments = await tx.query<{ amount: string }>(
      `select a.id, a.payment as "paymentId", p.received_on as "receivedOn", p.method, a.amount, p.currency, p.bank_reference as "bankReference"
       from crm_payment_allocation a join crm_payment p on p.id = a.payment where a.purchase_order = $1 order by p.received_on`,
      [id],
    );
    const { allocated } = await tx.one<{ allocated: string }>(
      'select coalesce(sum(amount), 0) as allocated from crm_payment_allocation where purchase_order = $1',
      [id],
    );
    const shortages = await tx.query(
      `select s.id, s.deal_line as "lineId", l.position, i.code as "itemCode", s.shortage_qty as "shortageQty", l.uom, s.state, s.decision
       from crm_shortage s join crm_deal_line l on l.id = s.deal_line join crm_catalog_item i on i.id = l.catalog_item where l.purchase_order = $1 order by l.position`,
      [id],
    );
    const mirror = await tx.maybe(
      `select wms_order_id as "wmsOrderId", status, carrier, tracking_id as "trackingId", shipped_at as "shippedAt", delivered_at as "deliveredAt", pod_reference as "podReference",
         invoice_number as "invoiceNumber", invoiced_on as "invoicedOn", invoice_control_status as "invoiceControlStatus", invoice_control_note as "invoiceControlNote", closed_at as "closedAt"
       from crm_order_mirror where purchase_order = $1`,
      [id],
    );
    return {
      data: {
        purchaseOrder: order,
        deal: withBlockInWords(
          await tx.one<Blocked>(
            'select id, code, status, credit_blocked as "creditBlocked", credit_block_reason as "creditBlockReason", won_at as "wonAt" from crm_deal where id = $1',
            [deal],
          ),
        ),
        customer: await customerRow(tx, profile),
        credit: await creditIn(tx, profile, head.currency, now),
        contract: await contractRow(tx, deal),
        lines: await dealLineRows(tx, 'purchase_order', id),
        payments,
        allocatedAmount: allocated,
        shortages,
        order: mirror ?? null,
        timeline: await timelineRows(tx, 'deal', deal),
      },
    };
  },
});
