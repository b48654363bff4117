import { z } from 'zod';
import { allocationUpdated } from '@selvedge/contract/events/allocation-updated.ts';
import { bulkOf } from '@selvedge/kernel/command/bulk.ts';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { id } from '../input.ts';
import { allocationState } from '../stock/allocation-state.ts';

/** The warehouse decided how a line will be served (WHS-3). */
export const planReservation = commandOn({
  name: 'reservation.plan',
  system: 'wms',
  title: { en: 'Plan line', tr: 'Satırı planla' },
  permission: 'stock:work',
  input: z.strictObject({ line: id }),
  subject: { table: 'wms_reservation_line', id: (body) => body.line },
  run: async ({ tx, subject, identity, now, emit, changed }) => {
    if (subject.status !== 'reserved' && subject.status !== 'short') {
      throw conflict(
        'LINE_NOT_RESERVED',
        {
          en: `Line ${subject.position} is ${subject.status}; only reserved lines are planned.`,
          tr: `${subject.position}. satır rezerve durumda değil; yalnız rezerve satırlar planlanır.`,
        },
        { status: subject.status },
      );
    }
    await tx.update('wms_reservation_line', subject.id, { status: 'planned', planned_at: now, planned_by: identity.userId });
    const { dealId, data } = await allocationState(tx, subject.id);
    emit(allocationUpdated, dealId, data);
    changed('wms_reservation_line', subject.id, { before: { status: subject.status }, after: { status: 'planned' } });
    return { lineId: subject.id, status: 'planned' as const };
  },
});

export const planReservations = bulkOf(planReservation, 'reservation.plan-many', { en: 'Plan lines', tr: 'Satırları planla' });
