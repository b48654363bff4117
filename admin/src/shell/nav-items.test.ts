import type { Role } from '../api/types/shared.ts';
import { landingOf, pagesOf } from './nav-items.ts';

const roles = (...list: Role[]) => new Set(list);

test.each([
  ['sales', '/fulfillment'],
  ['sales_manager', '/fulfillment'],
  ['pricing', '/pricing'],
  ['admin', '/integration'],
  ['accounting', '/invoice-control'],
  ['warehouse', '/po-command-center'],
  ['warehouse_manager', '/po-command-center'],
] as const)('%s lands on %s', (role, path) => {
  expect(landingOf(roles(role), ['crm', 'wms'])).toBe(path);
});

test('accounting lands on payments where the node has CRM only', () => {
  expect(landingOf(roles('accounting'), ['crm'])).toBe('/payments');
});

test('an administrator lands on the state of the node, whichever it hosts; who does other work as well lands on that', () => {
  expect(landingOf(roles('admin'), ['wms'])).toBe('/integration');
  expect(landingOf(roles('admin', 'sales'), ['crm', 'wms'])).toBe('/fulfillment');
});

test('a sales manager whose node hosts the warehouse is led to the other one', () => {
  expect(landingOf(roles('sales_manager'), ['wms'])).toBe('/fulfillment');
});

test('warehouse roles see no page of CRM, sales roles none of WMS (J21)', () => {
  expect(pagesOf(roles('warehouse', 'warehouse_manager')).every((page) => page.system !== 'crm')).toBe(true);
  expect(pagesOf(roles('sales', 'sales_manager', 'pricing')).every((page) => page.system !== 'wms')).toBe(true);
});

test('a person with two roles sees each page once', () => {
  const paths = pagesOf(roles('sales', 'accounting')).map((page) => page.path);
  expect(new Set(paths).size).toBe(paths.length);
});
