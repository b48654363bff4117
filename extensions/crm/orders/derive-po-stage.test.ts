import { PO_STAGES } from '@selvedge/directus/model/crm/deals.ts';
import { derivePoStage, type PoStage, type StageFacts } from './derive-po-stage.ts';

const ready: StageFacts = {
  status: 'draft',
  shipDate: '2026-03-02',
  paymentMode: 'cash',
  paymentConfirmed: true,
  lineStates: ['allocated', 'allocated'],
  orderStatus: null,
};
const released = (orderStatus: string | null): Partial<StageFacts> => ({ status: 'released', orderStatus });

const table: readonly [string, Partial<StageFacts>, PoStage][] = [
  ['nothing was reserved yet', { lineStates: [null] }, 'needs_allocation_plan'],
  ['a line is only reserved', { lineStates: ['allocated', 'reserved'] }, 'needs_allocation_plan'],
  ['a line is short', { lineStates: ['short', 'planned'] }, 'needs_allocation_plan'],
  ['a line has a state nobody knows', { lineStates: ['allocated', 'something_new'] }, 'needs_allocation_plan'],
  ['all lines are planned', { lineStates: ['planned', 'planned'] }, 'needs_roll_entry'],
  ['one line is planned, the others allocated', { lineStates: ['allocated', 'planned', 'allocated'] }, 'needs_roll_entry'],
  ['the least advanced line stands last', { lineStates: ['allocated', 'planned', null] }, 'needs_allocation_plan'],
  ['rolls are missing and so is the date', { lineStates: ['planned'], shipDate: null }, 'needs_roll_entry'],
  ['the date is missing', { shipDate: null }, 'needs_ship_date'],
  ['the date and the payment are missing', { shipDate: null, paymentConfirmed: false }, 'needs_ship_date'],
  ['a cash PO is not paid', { paymentConfirmed: false }, 'needs_payment'],
  ['a credit PO is not paid', { paymentMode: 'credit', paymentConfirmed: false }, 'needs_approval'],
  ['all is ready', {}, 'needs_approval'],
  ['it was released and the warehouse has not answered', released(null), 'released'],
  ['the warehouse took it', released('released'), 'released'],
  ['picking goes on', released('picking'), 'picking'],
  ['all is picked', released('picked'), 'picking'],
  ['it left', released('shipped'), 'shipped'],
  ['it arrived', released('delivered'), 'delivered'],
  ['it was invoiced', released('invoiced'), 'invoiced'],
  ['the warehouse closed it', released('closed'), 'closed'],
  ['the warehouse order was cancelled', released('cancelled'), 'cancelled'],
  ['the warehouse says something unknown', released('something_new'), 'released'],
  ['lines fall back after release, which no longer counts', { ...released('picking'), lineStates: ['planned'], shipDate: null }, 'picking'],
  ['it was cancelled, whatever else', { ...released('shipped'), status: 'cancelled', lineStates: [null] }, 'cancelled'],
  ['it was closed, whatever else', { ...released('shipped'), status: 'closed', paymentConfirmed: false }, 'closed'],
];

describe('[SAL-11] the stage of a PO', () => {
  test.each(table)('%s', (_, facts, stage) => {
    expect(derivePoStage({ ...ready, ...facts })).toBe(stage);
  });

  test('the table above reaches every stage there is', () => {
    expect(new Set(table.map(([, , stage]) => stage))).toEqual(new Set(PO_STAGES));
  });

  test('does not depend on the order of the lines', () => {
    const states = [null, 'reserved', 'short', 'planned', 'allocated'];
    for (const a of states) {
      for (const b of states) expect(derivePoStage({ ...ready, lineStates: [a, b] })).toBe(derivePoStage({ ...ready, lineStates: [b, a] }));
    }
  });

  test('a PO whose lines are all blocked waits for approval, where the blocked lines are asked about', () => {
    expect(derivePoStage({ ...ready, lineStates: [] })).toBe('needs_approval');
  });
});
