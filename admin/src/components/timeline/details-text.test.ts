import { detailsText } from './details-text.ts';
import { kindKey } from './kind-key.ts';

const texts = { t: (key: string) => key, language: 'tr' as const };

test('tells what happened in words of the reader, without ids and zeros', () => {
  expect(detailsText({ amount: '1358.5', currency: 'USD', poCode: 'MODPO1' }, texts)).toBe('field.amount 1.358,50 USD');
  expect(detailsText({ unitPrice: '2.1150', currency: 'USD' }, texts)).toBe('column.unitPrice 2,115 USD');
  expect(detailsText({ position: 2, state: 'allocated', meters: '22.500' }, texts)).toBe(
    'timeline.detail.position 2 · reservationStatus.allocated · timeline.detail.meters 22,5',
  );
  expect(detailsText({ reason: 'müşteri vazgeçti', short: 0, override: { note: 'x' } }, texts)).toBe('“müşteri vazgeçti”');
  expect(detailsText({ carrier: 'Aras', overridden: ['LINES_PICKED'], override: { reasonCode: 'recount', note: 'bekliyor' } }, texts)).toBe(
    'field.carrier Aras · timeline.detail.override recount “bekliyor”',
  );
  expect(detailsText({ override: { reasonCode: 'recount', note: 'bekliyor' } }, texts, () => 'Yeniden sayım')).toBe(
    'timeline.detail.override Yeniden sayım “bekliyor”',
  );
  expect(detailsText({ changed: ['taxNumber', 'onboarding', 'unheardOf'], note: 'x' }, texts)).toBe(
    'timeline.detail.changed column.taxNumber, section.onboarding · “x”',
  );
});

test('names commands and events alike, and leaves an unknown kind to the caller', () => {
  expect(kindKey('deal.clear-credit-block')).toBe('timeline.kind.deal.credit_block_cleared');
  expect(kindKey('shipment_posted')).toBe('timeline.kind.order.shipped');
  expect(kindKey('something.new')).toBeNull();
});
