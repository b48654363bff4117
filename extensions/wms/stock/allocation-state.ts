import type { Tx } from '@selvedge/kernel/database/transaction.ts';

/** What `allocation.updated` says of a line. */
interface AllocationState {
  deal_id: string;
  deal_line_id: string;
  state: 'reserved' | 'short' | 'planned' | 'allocated';
  allocated_meters: string;
  rolls: { lot: string; roll: string; meters: string }[];
}

type Row = AllocationState & Record<string, unknown>;

/** Where a line stands now, as `allocation.updated` tells it. */
export async function allocationState(tx: Tx, lineId: string): Promise<{ dealId: string; data: AllocationState }> {
  const row = await tx.one<Row>(
    `select r.crm_deal_id as deal_id, l.crm_deal_line_id as deal_line_id, l.status as state,
            coalesce((select sum(a.meters) from wms_allocation a where a.reservation_line = l.id), 0) as allocated_meters,
            coalesce((select json_agg(json_build_object('lot', t.code, 'roll', o.code, 'meters', a.meters::text) order by a.created_at, a.id)
                      from wms_allocation a join wms_roll o on o.id = a.roll join wms_lot t on t.id = a.lot where a.reservation_line = l.id), '[]') as rolls
     from wms_reservation_line l join wms_reservation r on r.id = l.reservation where l.id = $1`,
    [lineId],
  );
  return { dealId: row.deal_id, data: row };
}
