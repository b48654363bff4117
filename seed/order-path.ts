import { ApiClient, eventually, type Addresses } from './client.ts';

/** The stations of one order, in its order. */
export const STATIONS = [
  'draft',
  'submitted',
  'won',
  'planned',
  'allocated',
  'dated',
  'paid',
  'approved',
  'picking',
  'picked',
  'shipped',
  'delivered',
  'invoiced',
  'controlled',
  'closed',
] as const;
export type Station = (typeof STATIONS)[number];

export interface People {
  readonly sales: ApiClient;
  readonly manager: ApiClient;
  readonly warehouse: ApiClient;
  readonly accounting: ApiClient;
}

export interface OrderWish {
  readonly orgId: string;
  readonly orgCode: string;
  readonly profileId: string;
  readonly paymentMode: 'cash' | 'credit';
  readonly currency: 'TRY' | 'USD' | 'EUR';
  readonly lines: readonly { item: string; uom: string; qty: string; unitPrice: string }[];
  /** `YYYY-MM-DD`, today or later. */
  readonly shipDate: string;
  readonly today: string;
  readonly carrier: string;
}

export interface Travelled {
  readonly dealId: string;
  readonly dealCode: string;
  purchaseOrderId?: string;
  purchaseOrderCode?: string;
  orderId?: string;
}

interface WarehouseLine {
  id: string;
  qty: string;
  dealCode: string;
  qualityId: string;
  uom: string;
  /** What the reservation holds for this line, per lot. */
  lots: { lotCode: string; meters: string }[];
}
interface StageView {
  purchaseOrder: { stage: string; grossAmount: string };
}

export const peopleOf = (addresses: Addresses, org: string, password: string): People => {
  const as = (role: string) => new ApiClient(addresses, `${role}.${org.toLowerCase()}@selvedge.test`, password);
  return { sales: as('sales'), manager: as('sales-manager'), warehouse: as('warehouse-manager'), accounting: as('accounting') };
};

const stageIs = (people: People, id: string, stages: readonly string[]) =>
  eventually(
    `stage ${stages.join(' or ')} of PO ${id}`,
    async () => (await people.sales.view<StageView>('crm', 'purchase-order', { id })).data,
    (view) => stages.includes(view.purchaseOrder.stage),
  );

async function linesOf(people: People, view: 'allocation-planning' | 'allocation-entry', wish: OrderWish, dealCode: string): Promise<WarehouseLine[]> {
  const { data } = await eventually(
    `lines of ${dealCode} in ${view}`,
    () => people.warehouse.view<WarehouseLine[]>('wms', view, { org: wish.orgCode, q: dealCode, limit: '100' }),
    (answer) => answer.data.length > 0,
  );
  return data;
}

interface RollRow {
  code: string;
  lotCode: string;
  freeMeters: string;
}

/** Rolls of the lots that the line holds, up to what it holds of each. */
function chooseRolls(line: WarehouseLine, rolls: readonly RollRow[]): { rollCode: string; meters: string }[] {
  return line.lots.flatMap(({ lotCode, meters: held }) => {
    let missing = Number(held);
    return rolls.flatMap((roll) => {
      const free = Number(roll.freeMeters);
      if (roll.lotCode !== lotCode || free <= 0 || missing <= 0) return [];
      const meters = Math.min(missing, free);
      missing -= meters;
      return [{ rollCode: roll.code, meters: String(meters) }];
    });
  });
}

/** Picks rolls off the shelf until the line is full, as a person with a scanner would. */
async function fill(people: People, wish: OrderWish, line: WarehouseLine): Promise<void> {
  const { data: rolls } = await people.warehouse.view<RollRow[]>('wms', 'rolls', { org: wish.orgCode, quality: line.qualityId, limit: '100' });
  await people.warehouse.command('wms', 'allocation.enter', { line: line.id, rolls: chooseRolls(line, rolls) });
  await people.warehouse.command('wms', 'allocation.confirm', { line: line.id });
}

const STEPS: Readonly<Record<Exclude<Station, 'draft'>, (people: People, wish: OrderWish, order: Travelled) => Promise<unknown>>> = {
  submitted: async (people, _wish, order) => people.sales.command('crm', 'deal.submit', { deal: order.dealId }),
  won: async (people, _wish, order) => {
    const won = await people.sales.command<{ purchaseOrderId: string; purchaseOrderCode: string }>('crm', 'deal.win', { deal: order.dealId });
    order.purchaseOrderId = won.purchaseOrderId;
    order.purchaseOrderCode = won.purchaseOrderCode;
  },
  planned: async (people, wish, order) => {
    for (const line of await linesOf(people, 'allocation-planning', wish, order.dealCode))
      await people.warehouse.command('wms', 'reservation.plan', { line: line.id });
  },
  allocated: async (people, wish, order) => {
    for (const line of await linesOf(people, 'allocation-entry', wish, order.dealCode)) await fill(people, wish, line);
    await stageIs(people, order.purchaseOrderId as string, ['needs_ship_date']);
  },
  dated: async (people, wish, order) =>
    people.sales.command('crm', 'purchase-order.set-ship-date', { purchaseOrder: order.purchaseOrderId, shipDate: wish.shipDate }),
  paid: async (people, wish, order) => {
    if (wish.paymentMode === 'credit') return;
    const { data } = await people.sales.view<StageView>('crm', 'purchase-order', { id: order.purchaseOrderId as string });
    const amount = data.purchaseOrder.grossAmount;
    await people.accounting.command('crm', 'payment.record', {
      org: wish.orgId,
      profile: wish.profileId,
      currency: wish.currency,
      amount,
      receivedOn: wish.today,
      allocations: [{ purchaseOrder: order.purchaseOrderId, amount }],
    });
    await people.manager.command('crm', 'payment.confirm', { purchaseOrder: order.purchaseOrderId });
    await people.sales.command('crm', 'contract.receive-signed', { deal: order.dealId });
  },
  approved: async (people, _wish, order) => {
    await people.manager.command('crm', 'purchase-order.approve-shipment', { purchaseOrder: order.purchaseOrderId });
    const found = await eventually(
      `order of ${order.purchaseOrderCode ?? ''} in the warehouse`,
      () => people.warehouse.raw('wms', `/wms/views/order?po=${order.purchaseOrderCode ?? ''}`),
      (answer) => answer.ok,
    );
    order.orderId = ((await found.json()) as { data: { order: { id: string } } }).data.order.id;
  },
  picking: async (people, _wish, order) => people.warehouse.command('wms', 'order.start-picking', { order: order.orderId }),
  picked: async (people, _wish, order) => {
    const { data } = await people.warehouse.view<{ lines: { id: string }[] }>('wms', 'order', { id: order.orderId as string });
    for (const line of data.lines) await people.warehouse.command('wms', 'order.pick-line', { line: line.id });
    await people.warehouse.command('wms', 'order.complete-picking', { order: order.orderId });
  },
  shipped: async (people, wish, order) =>
    people.warehouse.command('wms', 'shipment.post', {
      order: order.orderId,
      carrier: wish.carrier,
      trackingId: `TR-${order.dealCode.slice(-8)}`,
      irsaliyeNumber: `IRS${order.dealCode.slice(-8)}`,
    }),
  delivered: async (people, _wish, order) =>
    people.warehouse.command('wms', 'shipment.deliver', {
      order: order.orderId,
      podReference: `POD-${order.dealCode.slice(-8)}`,
      podReceivedBy: 'Depo sorumlusu',
    }),
  invoiced: async (people, wish, order) =>
    people.warehouse.command('wms', 'order.mark-invoiced', {
      order: order.orderId,
      invoiceNumber: `${wish.orgCode}${order.dealCode.slice(-8)}`,
      invoicedOn: wish.today,
    }),
  controlled: async (people, _wish, order) => people.accounting.command('wms', 'invoice-control.pass', { order: order.orderId }),
  closed: async (people, _wish, order) => {
    await people.accounting.command('wms', 'order.close', { order: order.orderId });
    await stageIs(people, order.purchaseOrderId as string, ['closed']);
  },
};

/**
 * Takes an order along its path, through the public HTTP API alone, and stops at a station.
 * @throws ApiError when a gate refuses
 */
export async function travel(
  people: People,
  wish: OrderWish,
  until: Station,
  onStation?: (station: Station, order: Travelled) => Promise<void>,
): Promise<Travelled> {
  const created = await people.sales.command<{ dealId: string; code: string }>('crm', 'deal.create', {
    org: wish.orgId,
    profile: wish.profileId,
    currency: wish.currency,
    lines: wish.lines,
  });
  const order: Travelled = { dealId: created.dealId, dealCode: created.code };
  await onStation?.('draft', order);
  for (const station of STATIONS.slice(1, STATIONS.indexOf(until) + 1)) {
    await STEPS[station as Exclude<Station, 'draft'>](people, wish, order);
    await onStation?.(station, order);
  }
  return order;
}
