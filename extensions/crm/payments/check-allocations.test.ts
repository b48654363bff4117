import { allocationProblems, type PayableOrder } from './check-allocations.ts';

const order = (id: string, parts: Partial<PayableOrder> = {}): [string, PayableOrder] => [
  id,
  { id, code: `MODPO${id}`, currency: 'USD', gross_amount: '100.00', covered: '0', ...parts },
];
const orders = new Map([order('A'), order('B', { covered: '40.00' }), order('C', { currency: 'TRY' })]);
const problems = (free: string, ...wishes: [string, string][]) =>
  allocationProblems(
    { currency: 'USD', free },
    orders,
    wishes.map(([purchaseOrder, amount]) => ({ purchaseOrder, amount })),
    'allocations',
  );
const paths = (free: string, ...wishes: [string, string][]) => problems(free, ...wishes).map((problem) => problem.path);

describe('[J13] what a payment may cover', () => {
  test('reaches to the last cent of the payment and of each PO', () => {
    expect(problems('160.00', ['A', '100.00'], ['B', '60.00'])).toEqual([]);
    expect(paths('159.99', ['A', '100.00'], ['B', '60.00'])).toEqual(['allocations.1.amount']);
    expect(paths('500.00', ['A', '100.01'], ['B', '60.01'])).toEqual(['allocations.0.amount', 'allocations.1.amount']);
  });

  test('counts what earlier wishes take, of the payment and of the same PO', () => {
    expect(problems('200.00', ['A', '60.00'], ['A', '40.00'])).toEqual([]);
    expect(problems('200.00', ['A', '60.00'], ['A', '40.01'])).toEqual([
      {
        path: 'allocations.1.amount',
        message: '40.01 is more than the 40 USD that MODPOA leaves open; the rest stays as credit.',
        messageTr: '40.01, MODPOA siparişinin açığı olan 40 USD tutarından çok; kalanı alacak olarak durur.',
      },
    ]);
    expect(problems('70.00', ['A', '60.00'], ['B', '10.01'])).toEqual([
      {
        path: 'allocations.1.amount',
        message: '10.01 is more than the 10 USD this payment has left.',
        messageTr: '10.01, bu ödemenin kalanı olan 10 USD tutarından çok.',
      },
    ]);
  });

  test('never mixes currencies, and a refused wish takes nothing from those after it', () => {
    expect(paths('60.00', ['C', '60.00'], ['B', '60.00'])).toEqual(['allocations.0.purchaseOrder']);
    expect(paths('60.00', ['A', '61.00'], ['B', '60.00'])).toEqual(['allocations.0.amount']);
  });

  test('names a single wish at the top of the input', () => {
    expect(allocationProblems({ currency: 'USD', free: '1' }, orders, [{ purchaseOrder: 'A', amount: '2' }], '').map((one) => one.path)).toEqual(['amount']);
  });
});
