import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { bulkOf } from '../command/bulk.ts';
import { commandIn } from '../command/define-command.ts';
import { defineView } from '../view/define-view.ts';
import { openApiDocument } from './openapi.ts';

const open = commandIn({
  name: 'door.open',
  system: 'test',
  title: { en: 'Open door', tr: 'Kapıyı aç' },
  permission: 'doors:open',
  gates: ['door-shut', 'key-held'],
  input: z.strictObject({ org: z.uuid(), width: z.string().default('1'), note: z.string().optional() }),
  org: (input) => input.org,
  run: async () => ({}),
});
const doors = defineView({
  name: 'doors',
  system: 'test',
  title: { en: 'Doors', tr: 'Kapılar' },
  query: z.object({ house: z.uuid(), limit: z.coerce.number().int().default(25) }),
  run: async () => ({ data: [] }),
});
const many = bulkOf(open, 'door.open-many', { en: 'Open doors', tr: 'Kapıları aç' });
const document = openApiDocument({ name: 'test', roles: [], commands: [open, many], views: [doors], gates: [], consumers: [], jobs: [] }, '2.0.1');

describe('the OpenAPI document', () => {
  test('carries the version of the contract', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Selvedge TEST', version: '2.0.1' } });
  });

  test('has one path per command and view, and nothing else', () => {
    expect(Object.keys((document as { paths: object }).paths)).toEqual(['/test/commands/door.open', '/test/commands/door.open-many', '/test/views/doors']);
  });

  test('says what a command needs: key, gates, Idempotency-Key, and each answer a client must expect', () => {
    const { post } = (document as { paths: Record<string, { post: Record<string, never> }> }).paths['/test/commands/door.open']!;
    expect(post).toMatchObject({
      operationId: 'door.open',
      summary: 'Open door',
      description: 'Needs doors:open. Passes the gates door-shut, key-held.',
      parameters: [
        { name: 'Idempotency-Key', in: 'header', required: true },
        { name: 'dry_run', in: 'query' },
      ],
    });
    expect(Object.keys(post['responses'] ?? {})).toEqual(['200', '400', '401', '403', '404', '409', '422']);
  });

  test('its schema of a body takes what the command takes: what has a default may be left out', () => {
    const body = (document as never as Record<'paths', Record<string, { post: { requestBody: { content: Record<string, { schema: object }> } } }>>).paths[
      '/test/commands/door.open'
    ]!.post.requestBody.content['application/json']!.schema;
    const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(body);
    expect(isValid({ org: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' })).toBe(true);
    expect(isValid({})).toBe(false);
    expect(isValid({ org: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', extra: 1 })).toBe(false);
  });

  test('a query field is required only when nothing stands in for it', () => {
    const { get } = (document as { paths: Record<string, { get: { parameters: unknown[] } }> }).paths['/test/views/doors']!;
    expect(get.parameters).toEqual([
      expect.objectContaining({ name: 'house', in: 'query', required: true }),
      expect.objectContaining({ name: 'limit', in: 'query', required: false }),
    ]);
  });
});
