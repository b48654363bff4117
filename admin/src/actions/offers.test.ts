import { bodyOf } from './actions.ts';
import { dealOffers, gateOfDeal } from './deal-offers.ts';
import { orderOffers } from './order-offers.ts';

const pressable = (offers: { action: string; refusal: string | null }[]) => offers.filter((offer) => offer.refusal === null).map((offer) => offer.action);

test('a draft deal can be submitted, and says why it cannot be won yet', () => {
  const offers = dealOffers({ id: 'd', status: 'draft', creditBlocked: false });
  expect(pressable(offers)).toEqual(['deal.submit', 'deal.lose', 'deal.cancel']);
  expect(offers.find((offer) => offer.action === 'deal.win')?.refusal).toBe('refusal.dealDraft');
  expect(gateOfDeal('draft')).toBe('deal-submit');
  expect(gateOfDeal('won')).toBeNull();
});

test('a credit-blocked won deal offers to clear the block first', () => {
  expect(pressable(dealOffers({ id: 'd', status: 'won', creditBlocked: true }))[0]).toBe('deal.clear-credit-block');
});

test('an order is not completed while lines are unpicked, nor closed before control passed', () => {
  const order = { id: 'o', invoiceStatus: 'issued', invoiceControlStatus: null, unpicked: 1 } as const;
  const picking = orderOffers({ ...order, status: 'picking' });
  expect(picking.find((offer) => offer.action === 'order.complete-picking')?.refusal).toBe('refusal.linesNotPicked');
  const delivered = orderOffers({ ...order, status: 'invoiced', invoiceControlStatus: 'pending_control' });
  expect(pressable(delivered)).toEqual(['invoice-control.pass', 'invoice-control.fail']);
  expect(pressable(orderOffers({ ...order, status: 'closed' }))).toEqual([]);
});

test('an override travels in its own object, beside what the dialog asked', () => {
  expect(bodyOf('purchase-order.approve-by-override', { purchaseOrder: 'p' }, { reasonCode: 'other', note: 'n' })).toEqual({
    purchaseOrder: 'p',
    override: { reasonCode: 'other', note: 'n' },
  });
  expect(bodyOf('shipment.post-by-override', { order: 'o' }, { carrier: '', irsaliyeNumber: 'I1', reasonCode: 'other', note: 'n' })).toEqual({
    order: 'o',
    irsaliyeNumber: 'I1',
    override: { reasonCode: 'other', note: 'n' },
  });
  expect(bodyOf('deal.lose', { deal: 'd' }, { reason: 'price' })).toEqual({ deal: 'd', reason: 'price' });
});
