import { defineSystem } from '@selvedge/kernel/system.ts';
import { confirmAllocation, enterAllocation, removeAllocation } from './commands/allocations.ts';
import { adjustRoll } from './commands/adjust-roll.ts';
import { addCarrier, changeCarrier } from './commands/carriers.ts';
import { closeOrder, failInvoiceControl, markInvoiced, passInvoiceControl, reopenInvoiceControl } from './commands/invoicing.ts';
import { completePicking, pickLine, startPicking, unpickLine } from './commands/picking.ts';
import { planReservation, planReservations } from './commands/plan-reservation.ts';
import { addQuality, changeQuality } from './commands/qualities.ts';
import { receiveRolls } from './commands/receive-rolls.ts';
import { deliverShipment, postShipment } from './commands/shipments.ts';
import { onGrantUpdated } from './consume/grants.ts';
import { onDealWon, onReservationReleaseRequested, onShortageDecided } from './consume/deals.ts';
import { onPoCancelled, onPoCreated } from './consume/orders.ts';
import { onOrgUpdated } from './consume/orgs.ts';
import { allocationOnHand } from './gates/allocation-on-hand.ts';
import { closure } from './gates/closure.ts';
import { ship } from './gates/ship.ts';
import { publishStock } from './jobs/publish-stock.ts';
import { catalogMirror } from './mirrors/catalog.ts';
import { keptGrants, warehouseGrantMirror } from './mirrors/grants.ts';
import { orderMirror } from './mirrors/orders.ts';
import { keptOrgs } from './mirrors/orgs.ts';
import { reservationMirror } from './mirrors/reservations.ts';
import { stockMirror } from './mirrors/stock.ts';
import { WMS_ROLES } from './roles.ts';
import { wmsViews } from './views/index.ts';

/** The warehouse side. */
export const wms = defineSystem({
  name: 'wms',
  roles: WMS_ROLES,
  commands: [
    addQuality,
    changeQuality,
    receiveRolls,
    adjustRoll,
    planReservation,
    planReservations,
    enterAllocation,
    removeAllocation,
    confirmAllocation,
    startPicking,
    pickLine,
    unpickLine,
    completePicking,
    postShipment,
    deliverShipment,
    addCarrier,
    changeCarrier,
    markInvoiced,
    passInvoiceControl,
    failInvoiceControl,
    reopenInvoiceControl,
    closeOrder,
  ],
  views: wmsViews,
  gates: [allocationOnHand, ship, closure],
  consumers: [onDealWon, onReservationReleaseRequested, onShortageDecided, onPoCreated, onPoCancelled, onOrgUpdated, onGrantUpdated],
  jobs: [publishStock],
  overrideMail: { queue: 'wms_outbound_mail', roles: ['warehouse_manager'] },
  owns: [catalogMirror, stockMirror, reservationMirror, orderMirror, warehouseGrantMirror],
  keeps: [keptOrgs, keptGrants],
});
