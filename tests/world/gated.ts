import { randomUUID } from 'node:crypto';
import type { ApiClient } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { approvePrice } from './gated-price.ts';
import { hire, welcome } from './hire.ts';
import type { Wanted } from './items-ways.ts';
import type { World } from './world.ts';

/** Something that a gate refuses, and every other way in which somebody might want to have it. */
export interface Blocked {
  readonly gate: string;
  readonly unmet: readonly string[];
  readonly who: ApiClient;
  readonly body: object;
  /** What is looked at before and after: SQL to one JSON value, over `$1`. */
  readonly state: { readonly sql: string; readonly of: string };
  readonly wanted: Wanted;
  /** The event that tells the other side it happened, about which entity. */
  readonly event: { readonly type: string; readonly entity: string; readonly entityId: string; readonly data: object } | null;
  /** With an override: by whom it is refused for want of the key, and where nothing can be overridden. */
  readonly override: {
    readonly reasonCode: string;
    readonly without: readonly [who: ApiClient, key: string];
    /** Somebody with the key, and a body whose refusal nothing lifts. */
    readonly beyond: readonly [who: ApiClient, body: object, unmet: readonly string[]];
  } | null;
  /** Other commands that would lead to the same state, and what each is refused with. */
  readonly others: readonly (readonly [who: ApiClient, command: string, body: object, code: string])[];
  /** A body that passes, for bulk: one refusal stops nobody else. */
  readonly passing?: () => Promise<object>;
}
export type Prepare = (world: World) => Promise<Blocked>;

/** A deal of one line, where the org's own policy wants two. */
async function oneLineDeal(world: World) {
  const { sales, manager } = world.people('JTR');
  const wish = await world.wish('JTR', { mode: 'credit', lines: 1, qty: '1' });
  const body = { org: wish.orgId, profile: wish.profileId, currency: 'USD', lines: wish.lines };
  return { sales, manager, body, profile: wish.profileId };
}

const ROW = (table: string) => `select to_jsonb(t) as state from ${table} t where id = $1`;

const dealCreate: Prepare = async (world) => {
  const { sales, body, profile } = await oneLineDeal(world);
  const { dealId } = await sales.command<{ dealId: string }>('crm', 'deal.create', body);
  return {
    gate: 'deal-submit',
    unmet: ['TWO_LINES'],
    who: sales,
    body: { ...body, submit: true },
    state: { sql: 'select to_jsonb(count(*)) as state from crm_deal where profile = $1', of: profile },
    wanted: {
      system: 'crm',
      table: 'crm_deal',
      id: dealId,
      fields: { status: 'submitted' },
    },
    event: null,
    override: null,
    others: [],
  };
};

const dealSubmit: Prepare = async (world) => {
  const { sales, manager, body } = await oneLineDeal(world);
  const { dealId: deal } = await sales.command<{ dealId: string }>('crm', 'deal.create', body);
  return {
    gate: 'deal-submit',
    unmet: ['TWO_LINES'],
    who: sales,
    body: { deal },
    state: { sql: ROW('crm_deal'), of: deal },
    wanted: { system: 'crm', table: 'crm_deal', id: deal, fields: { status: 'submitted' } },
    event: null,
    override: null,
    others: [
      [sales, 'deal.create', { ...body, submit: true }, 'GATE_BLOCKED'],
      [sales, 'deal.win', { deal }, 'GATE_BLOCKED'],
      [manager, 'deal.close', { deal }, 'DEAL_NOT_WON'],
    ],
  };
};

const dealWin: Prepare = async (world) => {
  const people = world.people('MOD');
  const { sales, manager } = people;
  const wish = await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' });
  const { profileId: profile } = await sales.command<{ profileId: string }>('crm', 'customer.onboard', {
    org: wish.orgId,
    name: `Bekleyen ${randomUUID().slice(0, 8)}`,
    taxCountry: 'TR',
    taxNumber: String(6_000_000_000 + Math.floor(Math.random() * 1_000_000_000)),
    paymentMode: 'credit',
  });
  const { dealId: deal } = await travel(people, { ...wish, profileId: profile }, 'submitted');
  const draft = await travel(people, wish, 'draft');
  return {
    gate: 'deal-win',
    unmet: ['PROFILE_APPROVED'],
    who: sales,
    body: { deal },
    state: { sql: ROW('crm_deal'), of: deal },
    wanted: { system: 'crm', table: 'crm_deal', id: deal, fields: { status: 'won', won_at: new Date().toISOString() } },
    event: {
      type: 'deal.won',
      entity: 'deal',
      entityId: deal,
      data: { deal_id: deal, deal_code: 'MODDLXXXXXXXX', customer_name: 'X', credit_blocked: false, won_at: new Date().toISOString(), lines: [] },
    },
    override: {
      reasonCode: 'management_decision',
      without: [sales, 'customers:override'],
      beyond: [manager, { deal: draft.dealId }, ['DEAL_SUBMITTED']],
    },
    others: [[manager, 'deal.close', { deal }, 'DEAL_NOT_WON']],
  };
};

/** A PO of a cash customer that waits for money and contract. */
async function unpaidOrder(world: World) {
  const people = world.people('MOD');
  const order = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'dated');
  return { ...people, order, purchaseOrder: order.purchaseOrderId as string };
}

const approveShipment: Prepare = async (world) => {
  const { sales, manager, order, purchaseOrder } = await unpaidOrder(world);
  return {
    gate: 'shipment-approval',
    unmet: ['PAYMENT_CONFIRMED', 'CONTRACT_SIGNED'],
    who: manager,
    body: { purchaseOrder },
    state: { sql: ROW('crm_purchase_order'), of: purchaseOrder },
    wanted: { system: 'crm', table: 'crm_purchase_order', id: purchaseOrder, fields: { status: 'released', approved_at: new Date().toISOString() } },
    event: { type: 'po.created', entity: 'purchase_order', entityId: purchaseOrder, data: { purchase_order_id: purchaseOrder } },
    override: {
      reasonCode: 'payment_in_transit',
      without: [sales, 'approvals:shipment'],
      beyond: [manager, { purchaseOrder }, ['CONTRACT_SIGNED']],
    },
    others: [
      [manager, 'payment.confirm', { purchaseOrder }, 'PAYMENT_NOT_COVERED'],
      [manager, 'deal.close', { deal: order.dealId }, 'DEAL_HAS_OPEN_ORDERS'],
    ],
  };
};

const approveMany: Prepare = async (world) => {
  const single = await approveShipment(world);
  const [person, org] = [await hire(world), await world.orgId('MOD')];
  await welcome(world.as('admin.mod'), org, person, 'sales_manager', { extraKeys: ['approvals:shipment:bulk_approve'] });
  return {
    ...single,
    who: person.client,
    override: null,
    passing: async () => {
      const order = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'paid');
      return { purchaseOrder: order.purchaseOrderId };
    },
  };
};

const enterAllocation: Prepare = async (world) => {
  const { warehouse, ...people } = world.people('MOD');
  const order = await travel({ ...people, warehouse }, await world.wish('MOD', { mode: 'credit', lines: 1, qty: '600' }), 'planned');
  const { data: lines } = await warehouse.view<{ id: string; qualityId: string }[]>('wms', 'allocation-entry', { org: 'MOD', q: order.dealCode });
  const { id: line, qualityId } = lines[0] as { id: string; qualityId: string };
  const { data: rolls } = await warehouse.view<{ code: string; freeMeters: string }[]>('wms', 'rolls', { org: 'MOD', quality: qualityId, limit: '100' });
  const roll = rolls.find(({ freeMeters }) => Number(freeMeters) > 0 && Number(freeMeters) < 590) as { code: string; freeMeters: string };
  const foreign = await world.look('wms', (tx) =>
    tx.one<{ code: string }>(
      `select code from wms_roll where org = (select org from wms_reservation_line where id = $1) and quality <> $2 and status = 'in_stock' and reserved_line is null
         and on_hand_meters - allocated_meters >= 1 limit 1`,
      [line, qualityId],
    ),
  );
  const entry = (rollCode: string, meters: string) => ({ line, rolls: [{ rollCode, meters }] });
  const worker = world.as('warehouse.mod');
  world.beforeClose(() => people.manager.command('crm', 'deal.cancel', { deal: order.dealId, reason: 'Test over' }));
  return {
    gate: 'allocation-on-hand',
    unmet: ['METERS_ON_HAND'],
    who: worker,
    body: entry(roll.code, String(Number(roll.freeMeters) + 5)),
    state: {
      sql: `select jsonb_build_object('line', to_jsonb(l), 'allocations', (select count(*) from wms_allocation a where a.reservation_line = l.id)) as state
            from wms_reservation_line l where l.id = $1`,
      of: line,
    },
    wanted: { system: 'wms', table: 'wms_reservation_line', id: line, fields: { status: 'allocated' } },
    event: { type: 'allocation.updated', entity: 'deal', entityId: order.dealId, data: { deal_id: order.dealId } },
    override: {
      reasonCode: 'recount',
      without: [worker, 'stock:override_on_hand'],
      beyond: [warehouse, entry(foreign.code, '1'), ['QUALITY_MATCHES']],
    },
    others: [[worker, 'allocation.confirm', { line }, 'ALLOCATION_INCOMPLETE']],
  };
};

const shipped = (order: string, more: object = {}) => ({ order, carrier: 'Horoz', irsaliyeNumber: `IRS${order.slice(0, 8)}`, ...more });

const postShipment: Prepare = async (world) => {
  const people = world.people('MOD');
  const { warehouse, accounting } = people;
  const { orderId } = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'picking');
  const order = orderId as string;
  const blocked = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'approved');
  await world.write('wms', (tx) => tx.query('update wms_order_line set blocked = true where "order" = $1', [blocked.orderId]));
  const worker = world.as('warehouse.mod');
  return {
    gate: 'ship',
    unmet: ['LINES_PICKED'],
    who: worker,
    body: shipped(order),
    state: {
      sql: `select jsonb_build_object('order', to_jsonb(o), 'shipments', (select count(*) from wms_shipment s where s."order" = o.id)) as state from wms_order o where o.id = $1`,
      of: order,
    },
    wanted: { system: 'wms', table: 'wms_order', id: order, fields: { status: 'shipped' } },
    event: { type: 'shipment.posted', entity: 'purchase_order', entityId: order, data: { order_id: order } },
    override: {
      reasonCode: 'urgent_shipment',
      without: [worker, 'shipment:override'],
      beyond: [warehouse, shipped(blocked.orderId as string), ['SOMETHING_TO_SHIP']],
    },
    others: [
      [worker, 'order.complete-picking', { order }, 'PICKING_INCOMPLETE'],
      [worker, 'shipment.deliver', { order, podReference: 'POD-1', podReceivedBy: 'Depo' }, 'ORDER_NOT_READY'],
      [worker, 'order.mark-invoiced', { order, invoiceNumber: 'F1', invoicedOn: world.today }, 'ORDER_NOT_READY'],
      [accounting, 'order.close', { order }, 'GATE_BLOCKED'],
    ],
  };
};

const closeOrder: Prepare = async (world) => {
  const people = world.people('MOD');
  const { warehouse, accounting } = people;
  const { orderId } = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'invoiced');
  const order = orderId as string;
  return {
    gate: 'closure',
    unmet: ['INVOICE_CONTROL_PASSED'],
    who: warehouse,
    body: { order },
    state: { sql: ROW('wms_order'), of: order },
    wanted: {
      system: 'wms',
      table: 'wms_order',
      id: order,
      fields: { status: 'closed', invoice_control_status: 'passed', closed_at: new Date().toISOString() },
    },
    event: { type: 'order.closed', entity: 'purchase_order', entityId: order, data: { order_id: order } },
    override: null,
    others: [
      [warehouse, 'invoice-control.pass', { order }, 'PERMISSION_REQUIRED'],
      [accounting, 'order.mark-invoiced', { order, invoiceNumber: 'F2', invoicedOn: world.today }, 'PERMISSION_REQUIRED'],
    ],
  };
};

/** Of every command that passes a gate, something that its gate refuses. A command without an entry fails the tests. */
export const GATED: Readonly<Record<string, Prepare>> = {
  'deal.create': dealCreate,
  'deal.submit': dealSubmit,
  'deal.win': dealWin,
  'price-request.approve': approvePrice,
  'price-request.approve-many': approvePrice,
  'purchase-order.approve-shipment': approveShipment,
  'purchase-order.approve-shipment-many': approveMany,
  'allocation.enter': enterAllocation,
  'shipment.post': postShipment,
  'order.close': closeOrder,
};
