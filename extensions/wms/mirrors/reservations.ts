import { allocationUpdated } from '@selvedge/contract/events/allocation-updated.ts';
import { reservationUpdated } from '@selvedge/contract/events/reservation-updated.ts';
import type { OwnedMirror } from '@selvedge/kernel/mirror/mirror.ts';
import { lineStates, statusOf } from '../stock/reservation-state.ts';
import { allocationState } from '../stock/allocation-state.ts';

interface Reservation extends Record<string, unknown> {
  id: string;
  org: string;
  org_code: string;
  crm_deal_id: string;
}

/** What is reserved, planned and allocated for each line of a deal. */
export const reservationMirror: OwnedMirror = {
  name: 'reservations',
  owner: 'wms',
  keeper: 'crm',
  entity: 'deal',
  digests: `select r.crm_deal_id::text as entity_id, o.code as org_code,
      md5(string_agg(concat_ws('|', l.crm_deal_line_id, l.status, trim_scale(l.reserved_qty), trim_scale(l.shortage_qty),
        trim_scale(coalesce((select sum(a.meters) from wms_allocation a where a.reservation_line = l.id), 0))), ',' order by l.crm_deal_line_id)) as digest
    from wms_reservation r join core_org o on o.id = r.org join wms_reservation_line l on l.reservation = r.id group by r.id, o.code`,
  tell: async ({ tx, emit, changed }, entityIds) => {
    const reservations = await tx.query<Reservation>(
      `select r.id, r.org, o.code as org_code, r.crm_deal_id from wms_reservation r join core_org o on o.id = r.org where r.crm_deal_id::text = any ($1) for update of r`,
      [entityIds],
    );
    for (const { id, org, org_code: code, crm_deal_id: deal } of reservations) {
      const lines = await lineStates(tx, id);
      emit(reservationUpdated, { id: org, code }, deal, { deal_id: deal, status: statusOf(lines), lines });
      const live = await tx.query<{ id: string }>(`select id from wms_reservation_line where reservation = $1 and status <> 'released' order by position`, [
        id,
      ]);
      for (const line of live) emit(allocationUpdated, { id: org, code }, deal, (await allocationState(tx, line.id)).data);
      changed('wms', 'wms_reservation', id, org, { after: { toldAgain: true } });
    }
  },
};
