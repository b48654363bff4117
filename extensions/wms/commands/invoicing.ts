import { z } from 'zod';
import { invoiceControlFailed } from '@selvedge/contract/events/invoice-control-failed.ts';
import { invoiceControlPassed } from '@selvedge/contract/events/invoice-control-passed.ts';
import { invoiceControlReopened } from '@selvedge/contract/events/invoice-control-reopened.ts';
import { orderClosed } from '@selvedge/contract/events/order-closed.ts';
import { orderInvoiced } from '@selvedge/contract/events/order-invoiced.ts';
import type { ContractEvent } from '@selvedge/contract/define-event.ts';
import { commandOn, type CommandContext, type SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import { askGate } from '@selvedge/kernel/gate/binding.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { INVOICE_CONTROL } from '@selvedge/rules/status-words.ts';
import { closure } from '../gates/closure.ts';
import { code, day, id, note, reason } from '../input.ts';
import { appendHistory } from '../orders/append-history.ts';
import { requireStatus } from '../orders/transitions.ts';

/** The invoice is issued; control opens, closing does not (WHS-13, J90). */
export const markInvoiced = commandOn({
  name: 'order.mark-invoiced',
  system: 'wms',
  title: { en: 'Mark invoiced', tr: 'Faturalandı işaretle' },
  permission: 'orders:mark_invoiced',
  input: z.strictObject({ order: id, invoiceNumber: code, invoicedOn: day }),
  subject: { table: 'wms_order', id: (body) => body.order },
  run: async ({ tx, subject, org, identity, now, emit, changed }, body) => {
    if (subject.invoice_status === 'issued')
      throw conflict('INVOICE_ALREADY_ISSUED', {
        en: `${subject.po_code} has invoice ${subject.invoice_number ?? ''} already.`,
        tr: `${subject.po_code} siparişinin zaten faturası var: ${subject.invoice_number ?? ''}.`,
      });
    requireStatus('order.mark-invoiced', subject);
    const status = subject.status === 'delivered' ? ('invoiced' as const) : subject.status;
    await tx.update('wms_order', subject.id, {
      status,
      status_since: now,
      invoice_status: 'issued',
      invoice_number: body.invoiceNumber,
      invoiced_on: body.invoicedOn,
      invoice_control_status: 'pending_control',
    });
    appendHistory(tx, {
      org: org.id,
      order: subject.id,
      kind: 'order_invoiced',
      actor: identity.userId,
      details: { invoiceNumber: body.invoiceNumber },
      at: now,
    });
    emit(orderInvoiced, subject.crm_purchase_order_id, {
      purchase_order_id: subject.crm_purchase_order_id,
      order_id: subject.id,
      invoice_number: body.invoiceNumber,
      invoiced_on: body.invoicedOn,
    });
    changed('wms_order', subject.id, { before: { invoice_status: 'not_issued' }, after: { invoice_status: 'issued', invoice_number: body.invoiceNumber } });
    return { orderId: subject.id, status, invoiceControlStatus: 'pending_control' as const };
  },
});

interface ControlEvent {
  purchase_order_id: string;
  order_id: string;
  note: string | null;
  decided_at: string;
}
type ControlStatus = 'pending_control' | 'passed' | 'failed';

async function control(
  { tx, subject, org, identity, now, emit, changed }: CommandContext<SubjectRow<'wms_order'>>,
  from: ControlStatus,
  to: ControlStatus,
  event: ContractEvent<ControlEvent>,
  text: string | null,
) {
  if (subject.invoice_control_status !== from) {
    const now_ = subject.invoice_control_status ?? 'not open';
    throw conflict(
      'INVOICE_CONTROL_NOT_READY',
      {
        en: `Invoice control of ${subject.po_code} is ${now_}; this needs it to be ${from}.`,
        tr: `${subject.po_code} fatura kontrolü bunun için gereken durumda değil; gereken: ${INVOICE_CONTROL[from].tr}.`,
      },
      {
        status: now_,
        needed: from,
      },
    );
  }
  await tx.update('wms_order', subject.id, { invoice_control_status: to, invoice_control_note: text, invoice_controlled_by: identity.userId });
  appendHistory(tx, { org: org.id, order: subject.id, kind: event.type, actor: identity.userId, details: text ? { note: text } : {}, at: now });
  emit(event, subject.crm_purchase_order_id, {
    purchase_order_id: subject.crm_purchase_order_id,
    order_id: subject.id,
    note: text,
    decided_at: now.toISOString(),
  });
  changed('wms_order', subject.id, { before: { invoice_control_status: from }, after: { invoice_control_status: to } });
  return { orderId: subject.id, invoiceControlStatus: to };
}

/** ACC-3: accounting decides, nobody else. */
export const passInvoiceControl = commandOn({
  name: 'invoice-control.pass',
  system: 'wms',
  title: { en: 'Pass invoice control', tr: 'Fatura kontrolünü geçir' },
  permission: 'invoice_control:decide',
  input: z.strictObject({ order: id, note: note.optional() }),
  subject: { table: 'wms_order', id: (body) => body.order },
  reason: (body) => body.note,
  run: (context, body) => control(context, 'pending_control', 'passed', invoiceControlPassed, body.note ?? null),
});

/** A failure says why. */
export const failInvoiceControl = commandOn({
  name: 'invoice-control.fail',
  system: 'wms',
  title: { en: 'Fail invoice control', tr: 'Fatura kontrolünü geçirme' },
  permission: 'invoice_control:decide',
  input: z.strictObject({ order: id, note: reason }),
  subject: { table: 'wms_order', id: (body) => body.order },
  reason: (body) => body.note,
  run: (context, body) => control(context, 'pending_control', 'failed', invoiceControlFailed, body.note),
});

/** After a correction a failed control waits for accounting again. */
export const reopenInvoiceControl = commandOn({
  name: 'invoice-control.reopen',
  system: 'wms',
  title: { en: 'Reopen invoice control', tr: 'Fatura kontrolünü yeniden aç' },
  permission: 'invoice_control:decide',
  input: z.strictObject({ order: id, note: reason }),
  subject: { table: 'wms_order', id: (body) => body.order },
  reason: (body) => body.note,
  run: (context, body) => control(context, 'failed', 'pending_control', invoiceControlReopened, body.note),
});

/** The end of an order; only the closure gate lets it pass (J91). */
export const closeOrder = commandOn({
  name: 'order.close',
  system: 'wms',
  title: { en: 'Close order', tr: 'Siparişi kapat' },
  permission: 'orders:close',
  gates: ['closure'],
  input: z.strictObject({ order: id }),
  subject: { table: 'wms_order', id: (body) => body.order },
  reads: (tx, { order }, now) => askGate(tx, closure, { id: order }, now),
  run: async ({ tx, subject, org, identity, now, pass, emit, changed }, _, judged) => {
    requireStatus('order.close', subject);
    await pass(judged, subject);
    tx.updateAtCommit('wms_order', subject, { status: 'closed', status_since: now, closed_at: now });
    appendHistory(tx, { org: org.id, order: subject.id, kind: 'order.closed', actor: identity.userId, at: now });
    emit(
      orderClosed,
      subject.crm_purchase_order_id,
      { purchase_order_id: subject.crm_purchase_order_id, order_id: subject.id, closed_at: now.toISOString() },
      1,
    );
    changed('wms_order', subject.id, { before: { status: subject.status }, after: { status: 'closed' } });
    return { orderId: subject.id, status: 'closed' as const };
  },
});
