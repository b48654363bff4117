import { ORDER_STATUSES } from '@selvedge/directus/model/wms/orders.ts';
import { ALLOWED_STATUSES, requireStatus, type OrderStatus } from './transitions.ts';
import { wms } from '../system.ts';

const actions = Object.keys(ALLOWED_STATUSES) as (keyof typeof ALLOWED_STATUSES)[];
const allowed = (action: keyof typeof ALLOWED_STATUSES): readonly OrderStatus[] => ALLOWED_STATUSES[action];
const pairs = actions.flatMap((action) => ORDER_STATUSES.map((status) => ({ action, status, passes: allowed(action).includes(status) })));

describe('the states of an order', () => {
  test.each(pairs)('$action on an order that is $status: $passes', ({ action, status, passes }) => {
    const run = () => requireStatus(action, { po_code: 'MODPO23456789', status });
    if (passes) expect(run).not.toThrow();
    else {
      expect(run).toThrow(
        expect.objectContaining({
          code: 'ORDER_NOT_READY',
          status: 409,
          message: `MODPO23456789 is ${status}; ${action} needs it to be ${allowed(action).join(' or ')}.`,
          details: { status, allowed: allowed(action) },
        }),
      );
    }
  });

  test('nothing is done to an order that is closed or cancelled', () => {
    for (const action of actions)
      for (const final of ['closed', 'cancelled'] as const) expect([action, allowed(action).includes(final)]).toEqual([action, false]);
  });

  test('every action is a command of this system', () => {
    const commands = wms.commands.map((command) => command.name);
    expect(actions.filter((action) => !commands.includes(action))).toEqual([]);
  });

  test('every status that is not final has a way on', () => {
    const stuck = ORDER_STATUSES.filter((status) => !['closed', 'cancelled'].includes(status) && !actions.some((action) => allowed(action).includes(status)));
    expect(stuck).toEqual([]);
  });
});
