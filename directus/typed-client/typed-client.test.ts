import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../launch/project-root.ts';
import { TYPED_CLIENT_PATH, typedClient } from './generate.ts';
import { typeOfSchema } from './schema-type.ts';

test('the app has the types of the commands as they are now; `npm run client` writes them anew', async () => {
  expect(readFileSync(path.join(PROJECT_ROOT, TYPED_CLIENT_PATH), 'utf8')).toBe(await typedClient());
}, 180_000);

test('what may be left out, is a list or one of several is said so', () => {
  const schema = {
    type: 'object',
    properties: { a: { type: 'array', items: { anyOf: [{ type: 'integer' }, { type: 'null' }] } }, b: { enum: ['x', 'y'] }, c: { type: ['boolean', 'null'] } },
    required: ['a'],
    additionalProperties: false,
  };
  expect(typeOfSchema(schema)).toBe('{ "a": readonly (number | null)[]; "b"?: "x" | "y"; "c"?: boolean | null; }');
});

test('a schema that cannot be said is refused, not let through', () => {
  expect(() => typeOfSchema({ type: 'tuple' })).toThrow('No TypeScript type is known for {"type":"tuple"}');
});
