import type { Decision, Requirement } from '../api/types/shared.ts';
import { bodyOf } from './actions.ts';
import { dealOffers, gateOfDeal } from './deal-offers.ts';
import type { Offer } from './offer.ts';
import { orderOffers } from './order-offers.ts';

const pressable = (offers: readonly Offer[]) => offers.filter((offer) => offer.refusal === null).map((offer) => offer.action);

test('a draft deal can be submitted, and says why it cannot be won yet', () => {
  const offers = dealOffers({ id: 'd', status: 'draft', creditBlocked: false, hasOpenOrders: false, isOwn: false }, null);
  expect(pressable(offers)).toEqual(['deal.submit', 'deal.lose', 'deal.cancel']);
  const own = dealOffers({ id: 'd', status: 'draft', creditBlocked: false, hasOpenOrders: false, isOwn: true }, null);
  expect(pressable(own)).toEqual(['deal.submit', 'deal.lose', 'deal.cancel-own']);
  expect(offers.find((offer) => offer.action === 'deal.win')?.refusal).toBe('refusal.dealDraft');
  expect(gateOfDeal('draft')).toBe('deal-submit');
  expect(gateOfDeal('won')).toBeNull();
});

test('a credit-blocked won deal offers to clear the block first', () => {
  expect(pressable(dealOffers({ id: 'd', status: 'won', creditBlocked: true, hasOpenOrders: true, isOwn: false }, null))[0]).toBe(
    'deal.clear-credit-block',
  );
});

test('an order is not completed while lines are unpicked, nor closed before control passed', () => {
  const order = { id: 'o', invoiceStatus: 'issued', invoiceControlStatus: null, unpicked: 1 } as const;
  const picking = orderOffers({ ...order, status: 'picking' }, null);
  expect(picking.find((offer) => offer.action === 'order.complete-picking')?.refusal).toBe('refusal.linesNotPicked');
  const delivered = orderOffers({ ...order, status: 'invoiced', invoiceControlStatus: 'pending_control' }, null);
  expect(pressable(delivered)).toEqual(['invoice-control.pass', 'invoice-control.fail']);
  expect(pressable(orderOffers({ ...order, status: 'closed' }, null))).toEqual([]);
});

test('an override travels in its own object, beside what the dialog asked', () => {
  expect(bodyOf('purchase-order.approve-by-override', { purchaseOrder: 'p' }, { reasonCode: 'other', note: 'n' })).toEqual({
    purchaseOrder: 'p',
    override: { reasonCode: 'other', note: 'n' },
  });
  expect(
    bodyOf('shipment.post-by-override', { order: 'o' }, { carrier: '', irsaliyeNumber: 'I1', reasonCode: 'other', note: 'n' }),
  ).toEqual({
    order: 'o',
    irsaliyeNumber: 'I1',
    override: { reasonCode: 'other', note: 'n' },
  });
  expect(bodyOf('deal.lose', { deal: 'd' }, { reason: 'price' })).toEqual({ deal: 'd', reason: 'price' });
});

test('the compiler knows what each command takes: a wrong name, field or type is an error', () => {
  // @ts-expect-error no such action
  expect(() => bodyOf('deal.fly', { deal: 'd' }, {})).toThrow();
  // @ts-expect-error no such field
  expect(bodyOf('deal.lose', { dael: 'd' }, {})).toEqual({ dael: 'd' });
  // @ts-expect-error no such type
  expect(bodyOf('role-key.tune', { org: 'o', role: 'sales', key: 'k', allowed: 'yes' }, {})).toMatchObject({ allowed: 'yes' });
  // @ts-expect-error a field that no dialog asks for is missing
  expect(bodyOf('secret.add', {}, { secret: 's', reason: 'r' })).toEqual({ secret: 's', reason: 'r' });
});

const requirement = (code: string, met: boolean, overridable: boolean): Requirement => {
  const text = { en: code, tr: code };
  return {
    code,
    met,
    severity: 'block',
    sentence: text,
    seen: text,
    needed: text,
    lift: { roles: [], key: null },
    next: text,
    command: null,
    overridable,
    overridden: false,
  };
};
const decisionOf = (...requirements: Requirement[]): Decision => ({
  gate: 'deal-win',
  policyVersion: 1,
  subject: { type: 'crm_deal', id: 'd' },
  allowed: requirements.every((one) => one.met),
  title: { en: 'Win', tr: 'Kazan' },
  requirements,
});

test('an override is offered only when everything that is open may be overridden', () => {
  const deal = { id: 'd', status: 'submitted', creditBlocked: false, hasOpenOrders: false, isOwn: false } as const;
  const refusalOf = (decision: Decision) => dealOffers(deal, decision).find((offer) => offer.action === 'deal.win-by-override')?.refusal;
  expect(refusalOf(decisionOf(requirement('PROFILE_APPROVED', false, true), requirement('PRICING_APPROVED', true, false)))).toBeNull();
  expect(refusalOf(decisionOf(requirement('PROFILE_APPROVED', false, true), requirement('PRICING_APPROVED', false, false)))).toBe(
    'refusal.notOverridable',
  );
  expect(refusalOf(decisionOf(requirement('PROFILE_APPROVED', true, true)))).toBeUndefined();
});

test('a button that a gate holds says what the card says', () => {
  const deal = { id: 'd', status: 'submitted', creditBlocked: false, hasOpenOrders: false, isOwn: false } as const;
  const blocked = dealOffers(deal, decisionOf(requirement('PRICING_APPROVED', false, false)));
  expect(blocked.find((offer) => offer.action === 'deal.win')?.refusal).toEqual({
    en: 'Not met yet: PRICING_APPROVED (PRICING_APPROVED)',
    tr: 'Henüz karşılanmadı: PRICING_APPROVED (PRICING_APPROVED)',
  });
});

test('shipping and closing say what the card says, and not what their dialog still asks for', () => {
  const order = { id: 'o', invoiceStatus: 'issued', invoiceControlStatus: 'pending_control', unpicked: 0 } as const;
  const refusalOf = (status: 'picking' | 'picked' | 'invoiced', action: Offer['action'], decision: Decision | null) =>
    orderOffers({ ...order, status }, decision).find((offer) => offer.action === action)?.refusal;
  const unpicked = decisionOf(requirement('LINES_PICKED', false, true), requirement('CARRIER_NAMED', false, true));
  expect(refusalOf('picking', 'shipment.post', unpicked)).toEqual({
    en: 'Not met yet: LINES_PICKED (LINES_PICKED)',
    tr: 'Henüz karşılanmadı: LINES_PICKED (LINES_PICKED)',
  });
  expect(refusalOf('picking', 'shipment.post', null)).toBe('refusal.notPicked');
  expect(refusalOf('picked', 'shipment.post', decisionOf(requirement('CARRIER_NAMED', false, true)))).toBeNull();
  expect(refusalOf('invoiced', 'order.close', decisionOf(requirement('NO_OPEN_ISSUE', false, false)))).toMatchObject({
    en: 'Not met yet: NO_OPEN_ISSUE (NO_OPEN_ISSUE)',
  });
  expect(refusalOf('invoiced', 'order.close', null)).toBe('refusal.controlNotPassed');
});

test('what only warns refuses no button', () => {
  const deal = { id: 'd', status: 'submitted', creditBlocked: false, hasOpenOrders: false, isOwn: false } as const;
  const warning = { ...decisionOf({ ...requirement('TWO_LINES', false, false), severity: 'warn' }), allowed: true };
  expect(dealOffers(deal, warning).find((offer) => offer.action === 'deal.win')?.refusal).toBeNull();
  const both = decisionOf({ ...requirement('TWO_LINES', false, false), severity: 'warn' }, requirement('PROFILE_APPROVED', false, true));
  expect(dealOffers(deal, both).find((offer) => offer.action === 'deal.win')?.refusal).toMatchObject({
    en: 'Not met yet: PROFILE_APPROVED (PROFILE_APPROVED)',
  });
});
