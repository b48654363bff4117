import { z } from 'zod';
import { pickingCompleted } from '@selvedge/contract/events/picking-completed.ts';
import { pickingStarted } from '@selvedge/contract/events/picking-started.ts';
import { commandOn, type CommandContext, type SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import { conflict, invalidInput } from '@selvedge/kernel/errors.ts';
import { code, id } from '../input.ts';
import { appendHistory } from '../orders/append-history.ts';
import { requireStatus, type OrderStatus } from '../orders/transitions.ts';

type OnOrder = CommandContext<SubjectRow<'wms_order'>>;
type OnLine = CommandContext<SubjectRow<'wms_order_line'>>;

async function step({ tx, subject, org, identity, now, changed }: OnOrder, status: OrderStatus, kind: string): Promise<void> {
  await tx.update('wms_order', subject.id, { status, status_since: now });
  appendHistory(tx, { org: org.id, order: subject.id, kind, actor: identity.userId, at: now });
  changed('wms_order', subject.id, { before: { status: subject.status }, after: { status } });
}

/** WHS-5, by PO. */
export const startPicking = commandOn({
  name: 'order.start-picking',
  system: 'wms',
  title: { en: 'Start picking', tr: 'Toplamaya başla' },
  permission: 'stock:work',
  input: z.strictObject({ order: id }),
  subject: { table: 'wms_order', id: (body) => body.order },
  run: async (context) => {
    const { subject, now, emit } = context;
    requireStatus('order.start-picking', subject);
    await step(context, 'picking', 'picking_started');
    emit(pickingStarted, subject.crm_purchase_order_id, {
      purchase_order_id: subject.crm_purchase_order_id,
      order_id: subject.id,
      started_at: now.toISOString(),
    });
    return { orderId: subject.id, status: 'picking' as const };
  },
});

async function openOrder({ tx, subject }: OnLine, action: 'order.pick-line' | 'order.unpick-line') {
  const order = await tx.one<{ id: string; po_code: string; status: OrderStatus }>('select id, po_code, status from wms_order where id = $1 for update', [
    subject.order,
  ]);
  requireStatus(action, order);
  return order;
}

/** One line is in the cart. A scanned roll must be one that was allocated to it. */
export const pickLine = commandOn({
  name: 'order.pick-line',
  system: 'wms',
  title: { en: 'Pick line', tr: 'Satırı topla' },
  permission: 'stock:work',
  input: z.strictObject({ line: id, rollCode: code.optional() }),
  subject: { table: 'wms_order_line', id: (body) => body.line },
  run: async (context, body) => {
    const { tx, subject, identity, now, changed } = context;
    const order = await openOrder(context, 'order.pick-line');
    if (subject.blocked)
      throw conflict('LINE_BLOCKED', {
        en: `Line ${subject.position} is blocked by an open issue and stays where it is.`,
        tr: `${subject.position}. satır açık bir sorunla engelli; yerinde kalır.`,
      });
    if (subject.picked_at)
      throw conflict('LINE_ALREADY_PICKED', { en: `Line ${subject.position} is picked already.`, tr: `${subject.position}. satır zaten toplanmış.` });
    if (body.rollCode !== undefined) {
      const rolls = await tx.query<{ code: string }>(
        'select r.code from wms_allocation a join wms_roll r on r.id = a.roll where a.crm_deal_line_id = $1 order by 1',
        [subject.crm_deal_line_id],
      );
      if (!rolls.some((roll) => roll.code === body.rollCode)) {
        throw invalidInput([
          {
            path: 'rollCode',
            message: `${body.rollCode} is not a roll of line ${subject.position}; take ${rolls.map((roll) => roll.code).join(', ')}.`,
            messageTr: `${body.rollCode} topu ${subject.position}. satırın değil; ${rolls.map((roll) => roll.code).join(', ')} alın.`,
          },
        ]);
      }
    }
    await tx.update('wms_order_line', subject.id, { picked_at: now, picked_by: identity.userId });
    changed('wms_order', order.id, { after: { picked: subject.position } });
    return { lineId: subject.id, picked: true };
  },
});

/** Undo of a pick. */
export const unpickLine = commandOn({
  name: 'order.unpick-line',
  system: 'wms',
  title: { en: 'Put line back', tr: 'Satırı geri koy' },
  permission: 'stock:work',
  input: z.strictObject({ line: id }),
  subject: { table: 'wms_order_line', id: (body) => body.line },
  run: async (context) => {
    const { tx, subject, changed } = context;
    const order = await openOrder(context, 'order.unpick-line');
    if (!subject.picked_at) throw conflict('LINE_NOT_PICKED', { en: `Line ${subject.position} is not picked.`, tr: `${subject.position}. satır toplanmamış.` });
    await tx.update('wms_order_line', subject.id, { picked_at: null, picked_by: null });
    changed('wms_order', order.id, { after: { putBack: subject.position } });
    return { lineId: subject.id, picked: false };
  },
});

/** Every line that may leave is picked; blocked lines are left out and named. */
export const completePicking = commandOn({
  name: 'order.complete-picking',
  system: 'wms',
  title: { en: 'Complete picking', tr: 'Toplamayı bitir' },
  permission: 'stock:work',
  input: z.strictObject({ order: id }),
  subject: { table: 'wms_order', id: (body) => body.order },
  run: async (context) => {
    const { tx, subject, now, emit } = context;
    requireStatus('order.complete-picking', subject);
    const lines = await tx.query<{ crm_deal_line_id: string; position: number; blocked: boolean; picked: boolean }>(
      `select crm_deal_line_id, position, blocked, picked_at is not null as picked from wms_order_line where "order" = $1 order by position`,
      [subject.id],
    );
    const missing = lines.filter((line) => !line.picked && !line.blocked);
    if (missing.length > 0)
      throw conflict(
        'PICKING_INCOMPLETE',
        {
          en: `Lines ${missing.map((line) => line.position).join(', ')} of ${subject.po_code} are not picked yet.`,
          tr: `${subject.po_code} siparişinde toplanmamış satırlar: ${missing.map((line) => line.position).join(', ')}.`,
        },
        {
          positions: missing.map((line) => line.position),
        },
      );
    await step(context, 'picked', 'picking_completed');
    emit(pickingCompleted, subject.crm_purchase_order_id, {
      purchase_order_id: subject.crm_purchase_order_id,
      order_id: subject.id,
      completed_at: now.toISOString(),
      lines_left_out: lines.filter((line) => line.blocked).map((line) => line.crm_deal_line_id),
    });
    return { orderId: subject.id, status: 'picked' as const };
  },
});
