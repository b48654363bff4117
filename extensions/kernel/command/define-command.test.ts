import { z } from 'zod';
import { defineSystem, type System } from '../system.ts';
import { bindGate } from '../gate/binding.ts';
import type { Gate } from '../gate/decision.ts';
import { bulkOf, MAX_BULK_ITEMS } from './bulk.ts';
import { commandIn } from './define-command.ts';

const named = (name: string, system = 'test') =>
  commandIn({
    name,
    system,
    title: { en: 'Open door', tr: 'Kapıyı aç' },
    permission: 'doors:open',
    input: z.strictObject({ org: z.string() }),
    org: (input) => input.org,
    run: async () => ({ opened: true }),
  });
const system = (parts: Partial<System>): System => ({ name: 'test', roles: [], commands: [], views: [], gates: [], consumers: [], jobs: [], ...parts });

describe('a command', () => {
  test.each(['door.open', 'front-door.open-wide'])('may be named %s', (name) => {
    expect(named(name)).toMatchObject({ name, gates: [], each: undefined });
  });

  test.each(['door', 'Door.open', 'door.open.wide', 'door open', 'door.', '.open', 'door_front.open', 'door.open2', '-door.open', 'door--front.open', ''])(
    'may not be named %p',
    (name) => {
      expect(() => named(name)).toThrow(`"${name}" is not noun.verb`);
    },
  );
});

describe('a bulk command', () => {
  const bulk = bulkOf(named('door.open'), 'door.open-many', { en: 'Open doors', tr: 'Kapıları aç' }, 'doors:open:bulk');
  const items = (n: number) => ({ items: Array.from({ length: n }, () => ({ org: 'a' })) });

  test('asks its own key of each item besides that of the single command, which it keeps behind it', () => {
    expect(bulk).toMatchObject({ name: 'door.open-many', permission: 'doors:open:bulk', subject: undefined, org: undefined });
    expect(bulk.each).toMatchObject({ name: 'door.open', permission: 'doors:open', alsoNeeds: 'doors:open:bulk', isInBulk: true });
    expect(named('door.open')).toMatchObject({ isInBulk: false });
  });

  test.each([
    [0, false],
    [1, true],
    [MAX_BULK_ITEMS, true],
    [MAX_BULK_ITEMS + 1, false],
  ])('of %i items is taken: %p', (n, taken) => {
    expect(bulk.input.safeParse(items(n)).success).toBe(taken);
  });

  test('refuses an item that the single command would refuse', () => {
    expect(bulk.input.safeParse({ items: [{ org: 'a' }, { org: 1 }] }).error?.issues[0]?.path).toEqual(['items', 1, 'org']);
    expect(bulk.input.safeParse({ items: [{ org: 'a', extra: 1 }] }).success).toBe(false);
  });

  test('cannot be run as a whole, past its items', () => {
    expect(() => bulk.run({} as never, items(1), undefined)).toThrow('door.open-many runs item by item');
  });
});

describe('a system', () => {
  test('refuses two commands of one name', () => {
    expect(() => defineSystem(system({ commands: [named('door.open'), named('door.shut'), named('door.open')] }))).toThrow('test declares "door.open" twice');
  });

  test('refuses a command that belongs to another system', () => {
    expect(() => defineSystem(system({ commands: [named('door.open', 'other')] }))).toThrow('"door.open" says it belongs to other, not to test');
  });

  test('is taken when its parts are its own', () => {
    expect(defineSystem(system({ commands: [named('door.open'), named('door.shut')] })).commands).toHaveLength(2);
  });

  test('with a gate that can be overridden says who is told of it, or is refused', () => {
    const gate: Gate<unknown> = {
      name: 'door-shut',
      version: 1,
      overrideKey: 'doors:force',
      bulkOverride: false,
      evaluate: () => Promise.reject(new Error('not asked')),
      recall: () => {
        throw new Error('not asked');
      },
      withPolicy: () => gate,
    };
    const gates = [bindGate({ gate, table: 'crm_deal', described: { label: 't.code' }, loadFacts: () => Promise.resolve(() => ({})) })];
    expect(() => defineSystem(system({ gates }))).toThrow('test has the gate door-shut, which can be overridden, and tells nobody of it');
    expect(defineSystem(system({ gates, overrideMail: { queue: 'crm_outbound_mail', roles: ['sales_manager'] } })).gates).toHaveLength(1);
  });
});
