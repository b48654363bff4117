import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ContractEvent } from '@selvedge/contract/define-event.ts';
import { events } from '@selvedge/contract/index.ts';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { defineCrm } from '@selvedge/crm/system.ts';
import { PERMISSION_KEYS, type PermissionKey } from '@selvedge/directus/access/permission-keys.ts';
import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { collections } from '@selvedge/directus/model/index.ts';
import { openApiDocument } from '@selvedge/kernel/http/openapi.ts';
import type { System } from '@selvedge/kernel/system.ts';
import { gates } from '@selvedge/rules/index.ts';
import { wms } from '@selvedge/wms/system.ts';
import { danglingIn, mistakesOf } from './registry.ts';

// Where its mail would go does not matter here: nothing is run.
const crm = defineCrm({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'selvedge@example.com' });
const systems = [crm, wms].map((system) => [system.name, system] as const);
const known = {
  keys: new Set(Object.keys(PERMISSION_KEYS)),
  collections: new Set(collections.map((collection) => collection.name)),
  commands: new Set([...crm.commands, ...wms.commands].map((command) => command.name)),
  roles: ROLES,
};
const policies = Object.values(gates).map(({ policy }) => policy);

describe.each(systems)('%s', (name, system) => {
  test('its commands have titles in both languages, known keys, gates and subjects', () => {
    expect(system.commands.length).toBeGreaterThan(10);
    expect(mistakesOf(system, known)).toEqual([]);
  });

  test.each<[string, Partial<System['commands'][number]>, RegExp]>([
    ['without a Turkish title', { title: { en: 'Do', tr: ' ' } }, /has no title in one language/],
    ['with a key nobody can hold', { permission: 'deals:wish' }, /needs deals:wish, which is no key/],
    ['with a gate that does not exist', { gates: ['no-such-gate'] }, /passes no-such-gate/],
    ['about a table that does not exist', { subject: { table: 'crm_dael', id: String } }, /crm_dael, which is no collection/],
    ['about nothing', { subject: undefined, org: undefined }, /must be about a row or create in an org/],
  ])('a command %s is seen', (_, change, mistake) => {
    const [first, ...rest] = system.commands.filter((command) => command.subject && command.gates.length === 0);
    const planted = { ...system, commands: [...system.commands.filter((command) => command.gates.length > 0), { ...first!, ...change }, ...rest] };
    expect(mistakesOf(planted, known)).toEqual([expect.stringMatching(mistake)]);
  });

  test('a gate that no command passes is seen', () => {
    const mistakes = mistakesOf({ ...system, commands: system.commands.map((command) => ({ ...command, gates: [] })) }, known);
    expect(mistakes).toHaveLength(system.gates.length);
  });

  test('a role with a key to its commands has a way in, and every command has somebody who may run it or waits for a grant', () => {
    for (const command of system.commands) {
      const holders: readonly string[] = PERMISSION_KEYS[command.permission as PermissionKey];
      if (holders.length > 0) expect([command.name, holders.some((role) => system.roles.includes(role))]).toEqual([command.name, true]);
    }
  });

  test('its OpenAPI document has a valid schema for each command and says what each needs', () => {
    const { paths } = openApiDocument(system, CONTRACT_VERSION) as {
      paths: Record<string, { post?: { requestBody: { content: Record<string, { schema: object }> } } }>;
    };
    expect(Object.keys(paths)).toHaveLength(system.commands.length + system.views.length);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const command of system.commands) {
      const schema = paths[`/${name}/commands/${command.name}`]?.post?.requestBody.content['application/json']?.schema;
      const isValid = ajv.compile(schema!);
      // Every command is strict: a misspelled field is refused, not ignored.
      expect([command.name, isValid({ nobody_knows_this: 1 })]).toEqual([command.name, false]);
      expect([command.name, command.input.safeParse({ nobody_knows_this: 1 }).success]).toEqual([command.name, false]);
    }
  });

  test('it consumes only events sent to it', () => {
    for (const { event } of system.consumers) expect([event.type, event.target]).toEqual([event.type, name]);
  });
});

/** Policies that no command passes yet. A gate that is bound and stands here still fails. */
const UNBOUND = ['customer-email', 'order-form-submit', 'proforma-paid', 'proforma-release', 'send-back'];

describe('the policies of the gates', () => {
  test.each(policies.map((policy) => [policy.gate, policy] as const))('%s: names only keys, roles and commands that exist', (_, policy) => {
    expect(danglingIn(policy, known)).toEqual([]);
  });

  test('what does not exist is seen', () => {
    const { policy } = gates['deal-submit'];
    const requirement = { ...policy.requirements[0]!, command: 'deal.fly', lift: { roles: ['pilot'], key: 'deals:fly' } };
    expect(danglingIn({ ...policy, overrideKey: 'gates:fly', requirements: [requirement] }, known)).toEqual([
      'deal-submit is overridden with gates:fly, which is no key.',
      'deal-submit LINES_PRESENT leads to deal.fly, which is no command.',
      'deal-submit LINES_PRESENT is lifted with deals:fly, which is no key.',
      'deal-submit LINES_PRESENT is lifted by pilot, which is no role.',
    ]);
  });

  test('every gate is bound to a table by exactly one system, but those whose command is still to come', () => {
    const bound = [...crm.gates, ...wms.gates].map((binding) => binding.gate.name);
    expect([...bound, ...UNBOUND].sort()).toEqual(Object.keys(gates).sort());
  });
});

describe('the contract', () => {
  test('lists every event that has a file, each under the name of its type', async () => {
    const folder = path.resolve(import.meta.dirname, '../../contract/events');
    const files = readdirSync(folder);
    const found = await Promise.all(files.map(async (file) => Object.values((await import(path.join(folder, file))) as Record<string, ContractEvent>)));
    expect(
      found
        .flat()
        .map((event) => event.type)
        .sort(),
    ).toEqual(events.map((event) => event.type).sort());
    for (const [i, exported] of found.entries()) expect(exported.map((event) => `${event.type.replaceAll(/[._]/g, '-')}.ts`)).toEqual([files[i]]);
  });
});
