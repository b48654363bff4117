import { overrideOf, reason, requiredNote, type ActionDefinition, type ActionOf, type ActionField } from './definition.ts';

const wms = <const Action extends ActionOf<'wms'>>(definition: Action) => ({ ...definition, system: 'wms' as const });

const irsaliyeNumber = {
  name: 'irsaliyeNumber',
  kind: 'text',
  label: 'field.irsaliyeNumber',
  required: true,
} as const satisfies ActionField;
const shipmentFields = [
  { name: 'carrier', kind: 'text', label: 'field.carrier', required: true, names: 'carrier' },
  { name: 'trackingId', kind: 'text', label: 'field.trackingId', neededIf: 'carrierGivesIt' },
  irsaliyeNumber,
] as const satisfies readonly ActionField[];

const carrierFields = [
  { name: 'name', kind: 'text', label: 'field.name', required: true },
  {
    name: 'tracking',
    kind: 'choice',
    label: 'field.trackingId',
    required: true,
    options: [
      { value: 'given', label: 'carriers.tracking.given' },
      { value: 'none', label: 'carriers.tracking.none' },
    ],
  },
] as const satisfies readonly ActionField[];

/** What can be done in the warehouse. */
export const WMS_ACTIONS = {
  'reservation.plan': wms({
    command: 'reservation.plan',
    key: 'stock:work',
    label: 'action.reservation.plan.label',
    done: 'action.reservation.plan.done',
  }),
  'allocation.enter-by-override': wms({
    command: 'allocation.enter',
    key: 'stock:override_on_hand',
    label: 'action.allocation.enterByOverride.label',
    done: 'action.allocation.enterByOverride.done',
    consequence: 'action.allocation.enterByOverride.consequence',
    danger: true,
    fields: overrideOf('wms', 'allocation-on-hand'),
  }),
  'allocation.remove': wms({
    command: 'allocation.remove',
    key: 'stock:work',
    label: 'action.allocation.remove.label',
    done: 'action.allocation.remove.done',
  }),
  'allocation.confirm': wms({
    command: 'allocation.confirm',
    key: 'stock:work',
    label: 'action.allocation.confirm.label',
    done: 'action.allocation.confirm.done',
  }),
  'order.start-picking': wms({
    command: 'order.start-picking',
    key: 'stock:work',
    label: 'action.order.startPicking.label',
    done: 'action.order.startPicking.done',
  }),
  'order.pick-line': wms({
    command: 'order.pick-line',
    key: 'stock:work',
    label: 'action.order.pickLine.label',
    done: 'action.order.pickLine.done',
  }),
  'order.unpick-line': wms({
    command: 'order.unpick-line',
    key: 'stock:work',
    label: 'action.order.unpickLine.label',
    done: 'action.order.unpickLine.done',
  }),
  'order.complete-picking': wms({
    command: 'order.complete-picking',
    key: 'stock:work',
    label: 'action.order.completePicking.label',
    done: 'action.order.completePicking.done',
  }),
  'shipment.post': wms({
    command: 'shipment.post',
    key: 'stock:work',
    label: 'action.shipment.post.label',
    done: 'action.shipment.post.done',
    consequence: 'action.shipment.post.consequence',
    fields: shipmentFields,
  }),
  'shipment.deliver': wms({
    command: 'shipment.deliver',
    key: 'stock:work',
    label: 'action.shipment.deliver.label',
    done: 'action.shipment.deliver.done',
    fields: [
      { name: 'podReference', kind: 'text', label: 'field.podReference', required: true },
      { name: 'podReceivedBy', kind: 'text', label: 'field.podReceivedBy', required: true },
    ],
  }),
  'order.mark-invoiced': wms({
    command: 'order.mark-invoiced',
    key: 'orders:mark_invoiced',
    label: 'action.order.markInvoiced.label',
    done: 'action.order.markInvoiced.done',
    fields: [
      { name: 'invoiceNumber', kind: 'text', label: 'field.invoiceNumber', required: true },
      { name: 'invoicedOn', kind: 'date', label: 'field.invoicedOn', required: true },
    ],
  }),
  'invoice-control.pass': wms({
    command: 'invoice-control.pass',
    key: 'invoice_control:decide',
    label: 'action.invoiceControl.pass.label',
    done: 'action.invoiceControl.pass.done',
  }),
  'invoice-control.fail': wms({
    command: 'invoice-control.fail',
    key: 'invoice_control:decide',
    label: 'action.invoiceControl.fail.label',
    done: 'action.invoiceControl.fail.done',
    consequence: 'action.invoiceControl.fail.consequence',
    danger: true,
    fields: [requiredNote],
  }),
  'invoice-control.reopen': wms({
    command: 'invoice-control.reopen',
    key: 'invoice_control:decide',
    label: 'action.invoiceControl.reopen.label',
    done: 'action.invoiceControl.reopen.done',
    fields: [requiredNote],
  }),
  'order.close': wms({
    command: 'order.close',
    key: 'orders:close',
    label: 'action.order.close.label',
    done: 'action.order.close.done',
    consequence: 'action.order.close.consequence',
    confirm: true,
  }),
  'shipment.post-by-override': wms({
    command: 'shipment.post',
    key: 'shipment:override',
    label: 'action.shipment.postByOverride.label',
    done: 'action.shipment.post.done',
    consequence: 'action.shipment.postByOverride.consequence',
    danger: true,
    fields: [
      { name: 'carrier', kind: 'text', label: 'field.carrier', names: 'carrier' },
      { name: 'trackingId', kind: 'text', label: 'field.trackingId' },
      irsaliyeNumber,
      ...overrideOf('wms', 'ship'),
    ],
  }),
  'roll.adjust': wms({
    command: 'roll.adjust',
    key: 'stock:adjust',
    label: 'action.roll.adjust.label',
    done: 'action.roll.adjust.done',
    consequence: 'action.roll.adjust.consequence',
    fields: [{ name: 'onHandMeters', kind: 'amount', label: 'field.measuredMeters', required: true }, reason],
  }),
  'roll.write-off': wms({
    command: 'roll.adjust',
    key: 'stock:adjust',
    label: 'action.roll.writeOff.label',
    done: 'action.roll.writeOff.done',
    consequence: 'action.roll.writeOff.consequence',
    danger: true,
    fields: [reason],
  }),
  'quality.switch-off': wms({
    command: 'quality.change',
    key: 'catalog:edit',
    label: 'action.quality.switchOff.label',
    done: 'action.quality.switchOff.done',
    consequence: 'action.quality.switchOff.consequence',
    confirm: true,
  }),
  'quality.switch-on': wms({
    command: 'quality.change',
    key: 'catalog:edit',
    label: 'action.quality.switchOn.label',
    done: 'action.quality.switchOn.done',
  }),
  'carrier.add': wms({
    command: 'carrier.add',
    key: 'carriers:keep',
    label: 'action.carrier.add.label',
    done: 'action.carrier.add.done',
    fields: carrierFields,
  }),
  'carrier.change': wms({
    command: 'carrier.change',
    key: 'carriers:keep',
    label: 'action.carrier.change.label',
    done: 'action.carrier.change.done',
    fields: carrierFields,
  }),
  'carrier.switch-off': wms({
    command: 'carrier.change',
    key: 'carriers:keep',
    label: 'action.carrier.switchOff.label',
    done: 'action.carrier.switchOff.done',
    consequence: 'action.carrier.switchOff.consequence',
    confirm: true,
  }),
  'carrier.switch-on': wms({
    command: 'carrier.change',
    key: 'carriers:keep',
    label: 'action.carrier.switchOn.label',
    done: 'action.carrier.switchOn.done',
  }),
} as const satisfies Record<string, ActionDefinition>;
