import { z } from 'zod';
import { poCreated } from '@selvedge/contract/events/po-created.ts';
import { reservationReleaseRequested } from '@selvedge/contract/events/reservation-release-requested.ts';
import { bulkOf } from '@selvedge/kernel/command/bulk.ts';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict, invalidInput, Refusal } from '@selvedge/kernel/errors.ts';
import { holdsKey, type Identity } from '@selvedge/kernel/identity/identity.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { pendingGroupOwners } from '../group/pending-owners.ts';
import { requireOtherHands } from '@selvedge/kernel/identity/other-hands.ts';
import { shipmentApproval } from '../gates/shipment-approval.ts';
import { day, id, override, reason } from '../input.ts';
import { cancelPurchaseOrder } from '../orders/cancel.ts';
import { refreshPoStage } from '../orders/refresh-po-stage.ts';
import { appendTimeline } from '../timeline/append.ts';
import { todayOf } from '../today.ts';

interface ReleaseRow extends Record<string, unknown> {
  deal_code: string;
  customer_name: string;
  shipping_address: string | null;
  payment_mode: 'cash' | 'credit';
}

interface ReleaseLine extends Record<string, unknown> {
  deal_line_id: string;
  position: number;
  item_code: string;
  uom: 'meter' | 'piece' | 'roll';
  qty: string;
  carrier_wish: string | null;
}

/** When the goods should leave; a past date is a typing error. */
export const setShipDate = commandOn({
  name: 'purchase-order.set-ship-date',
  system: 'crm',
  title: { en: 'Set ship date', tr: 'Sevk tarihini gir' },
  permission: 'deals:edit',
  input: z.strictObject({ purchaseOrder: id, shipDate: day }),
  subject: { table: 'crm_purchase_order', id: (body) => body.purchaseOrder },
  run: async ({ tx, subject, org, identity, now, changed }, body) => {
    if (subject.status !== 'draft')
      throw conflict(
        'PO_NOT_DRAFT',
        {
          en: `${subject.code} is ${subject.status}; its ship date is set before release.`,
          tr: `${subject.code} artık taslak değil; sevk tarihi depoya bırakılmadan önce girilir.`,
        },
        { status: subject.status },
      );
    const today = await todayOf(tx, org.id, now);
    if (body.shipDate < today)
      throw invalidInput([
        {
          path: 'shipDate',
          message: `${body.shipDate} is past; choose ${today} or later.`,
          messageTr: `${body.shipDate} geçti; ${today} veya sonrasını seçin.`,
        },
      ]);
    await tx.update('crm_purchase_order', subject.id, { ship_date: body.shipDate });
    await refreshPoStage(tx, subject.id, now);
    appendTimeline(tx, [
      {
        org: org.id,
        deal: subject.deal,
        purchaseOrder: subject.id,
        source: 'person',
        kind: 'purchase-order.set-ship-date',
        actor: identity.userId,
        details: { shipDate: body.shipDate },
        at: now,
      },
    ]);
    changed('crm_purchase_order', subject.id, { before: { ship_date: subject.ship_date }, after: { ship_date: body.shipDate } });
    return { purchaseOrderId: subject.id, shipDate: body.shipDate };
  },
});

const releaseLines = (tx: Tx, purchaseOrderId: string) =>
  tx.query<ReleaseLine>(
    `select l.id as deal_line_id, l.position, i.code as item_code, l.uom, l.qty, l.carrier_wish from crm_deal_line l join crm_catalog_item i on i.id = l.catalog_item
     where l.purchase_order = $1 and l.status = 'open' order by l.position`,
    [purchaseOrderId],
  );

/**
 * Group stock is lifted by somebody who approves shipments in the owner's org as well (J74).
 * @throws Refusal GROUP_RELEASE_REQUIRED, which names neither org nor amount
 */
async function requireGroupRelease(tx: Tx, identity: Identity, purchaseOrderId: string, now: Date): Promise<void> {
  const owners = await pendingGroupOwners(tx, purchaseOrderId, now);
  if (!owners.every((owner) => holdsKey(identity, owner, 'approvals:shipment')))
    throw new Refusal('GROUP_RELEASE_REQUIRED', 403, {
      en: 'Group supplier release pending: a manager who approves shipments for the supplier as well can lift it.',
      tr: 'Grup tedarikçisinin onayı bekleniyor: tedarikçi için de sevkiyat onaylayan bir müdür kaldırabilir.',
    });
}

/**
 * The universal human gate: approving, and only that, releases a PO to the warehouse. It opens the
 * receivable; a cash customer's is due at once, a credit customer's with the invoice.
 * @source SAL-12, J30, J31, J32, J34, J35, J37, MGR-3
 */
export const approveShipment = commandOn({
  name: 'purchase-order.approve-shipment',
  system: 'crm',
  title: { en: 'Approve shipment', tr: 'Sevkiyatı onayla' },
  permission: 'approvals:shipment',
  gates: ['shipment-approval'],
  input: z.strictObject({ purchaseOrder: id, override: override.optional() }),
  subject: { table: 'crm_purchase_order', id: (body) => body.purchaseOrder },
  reason: (body) => body.override && `${body.override.reasonCode}: ${body.override.note}`,
  run: async ({ tx, subject, org, identity, now, pass, emit, changed }, body) => {
    if (subject.status !== 'draft')
      throw conflict(
        'PO_NOT_DRAFT',
        { en: `${subject.code} is ${subject.status}; it was decided already.`, tr: `${subject.code} artık taslak değil; zaten karar verilmiş.` },
        { status: subject.status },
      );
    const deal = await tx.one<{ created_by: string | null; created_at: Date }>('select created_by, created_at from crm_deal where id = $1', [subject.deal]);
    await requireOtherHands(tx, org.id, identity.userId, deal.created_by, deal.created_at);
    const decision = await pass(shipmentApproval, subject, body.override);
    if (decision.requirements.some(({ code, overridden }) => code === 'GROUP_STOCK_RELEASED' && overridden))
      await requireGroupRelease(tx, identity, subject.id, now);
    const release = await tx.one<ReleaseRow>(
      `select d.code as deal_code, p.name as customer_name, p.shipping_address, p.payment_mode from crm_purchase_order po join crm_deal d on d.id = po.deal join crm_customer_profile p on p.id = po.profile where po.id = $1`,
      [subject.id],
    );
    const lines = await releaseLines(tx, subject.id);
    const overridden = decision.requirements.filter((requirement) => requirement.overridden).map((requirement) => requirement.code);
    await tx.update('crm_purchase_order', subject.id, {
      status: 'released',
      approved_at: now,
      approved_by: identity.userId,
      override_reason: body.override && overridden.length > 0 ? `${body.override.reasonCode}: ${body.override.note}`.slice(0, 250) : null,
    });
    await tx.insert('crm_receivable', {
      org: org.id,
      purchase_order: subject.id,
      profile: subject.profile,
      currency: subject.currency,
      amount: subject.gross_amount,
      due_date: release.payment_mode === 'cash' ? await todayOf(tx, org.id, now) : null,
    });
    await tx.insert('crm_order_mirror', { org: org.id, purchase_order: subject.id, status: 'released', updated_at: now });
    await refreshPoStage(tx, subject.id, now);
    emit(
      poCreated,
      subject.id,
      {
        purchase_order_id: subject.id,
        po_code: subject.code,
        deal_id: subject.deal,
        deal_code: release.deal_code,
        customer_name: release.customer_name,
        shipping_address: release.shipping_address,
        carrier_wish: lines.find((line) => line.carrier_wish)?.carrier_wish ?? null,
        // The gate requires a ship date; without one nothing reaches this line.
        ship_date: subject.ship_date as string,
        lines: lines.map(({ carrier_wish: _wish, ...line }) => line),
      },
      1,
    );
    appendTimeline(tx, [
      {
        org: org.id,
        deal: subject.deal,
        purchaseOrder: subject.id,
        source: 'person',
        kind: 'purchase-order.approve-shipment',
        actor: identity.userId,
        details: { ...(overridden.length > 0 && { overridden, override: body.override }) },
        at: now,
      },
    ]);
    changed('crm_purchase_order', subject.id, { before: { status: subject.status }, after: { status: 'released', overridden } });
    return { purchaseOrderId: subject.id, status: 'released' as const, overridden };
  },
});

/** Many at once. Overrides among them are refused while the gate is overridden one by one (J37). */
export const approveShipments = bulkOf(
  approveShipment,
  'purchase-order.approve-shipment-many',
  { en: 'Approve shipments', tr: 'Sevkiyatları onayla' },
  'approvals:shipment:bulk_approve',
);

/** Cancels one PO until it ships, and frees what is reserved for its lines. */
export const cancelOrder = commandOn({
  name: 'purchase-order.cancel',
  system: 'crm',
  title: { en: 'Cancel PO', tr: 'Siparişi iptal et' },
  permission: 'po:cancel',
  input: z.strictObject({ purchaseOrder: id, reason }),
  subject: { table: 'crm_purchase_order', id: (body) => body.purchaseOrder },
  reason: (body) => body.reason,
  run: async (context, body) => {
    const { tx, subject, org, identity, now, emit } = context;
    await cancelPurchaseOrder(context, subject.id, body.reason);
    const lines = await tx.query<{ id: string }>(`update crm_deal_line set status = 'cancelled' where purchase_order = $1 and status = 'open' returning id`, [
      subject.id,
    ]);
    if (lines.length > 0)
      emit(reservationReleaseRequested, subject.deal, { deal_id: subject.deal, deal_line_ids: lines.map((line) => line.id), reason: body.reason });
    await tx.query(`update crm_shortage set state = 'resolved' where deal_line = any ($1) and state = 'open'`, [lines.map((line) => line.id)]);
    await refreshPoStage(tx, subject.id, now);
    appendTimeline(tx, [
      {
        org: org.id,
        deal: subject.deal,
        purchaseOrder: subject.id,
        source: 'person',
        kind: 'purchase-order.cancel',
        actor: identity.userId,
        details: { reason: body.reason },
        at: now,
      },
    ]);
    return { purchaseOrderId: subject.id, status: 'cancelled' as const };
  },
});
