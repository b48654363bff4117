import { z } from 'zod';
import type { System } from '../system.ts';

const ERRORS = {
  400: 'INVALID_INPUT: a path and a remedy per problem',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_REQUIRED: names the key',
  404: 'NOT_FOUND: also for rows of other organisations',
  409: 'State conflict, or IDEMPOTENCY_KEY_REUSED',
  422: 'GATE_BLOCKED: with the decision',
} as const;

const answers = () => ({
  200: { description: 'Done', content: { 'application/json': { schema: { type: 'object', properties: { data: {} }, required: ['data'] } } } },
  ...Object.fromEntries(Object.entries(ERRORS).map(([status, description]) => [status, { description }])),
});

/**
 * The OpenAPI 3.1 document of one system, made from the same registry that answers the requests. Its
 * version is that of the contract the node speaks.
 */
export function openApiDocument(system: System, contractVersion: string): object {
  const commandPaths = system.commands.map((command) => [
    `/${system.name}/commands/${command.name}`,
    {
      post: {
        operationId: command.name,
        summary: command.title.en,
        description: [`Needs ${command.permission}.`, command.gates.length > 0 ? `Passes the gates ${command.gates.join(', ')}.` : '']
          .filter(Boolean)
          .join(' '),
        parameters: [
          { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 200 } },
          { name: 'dry_run', in: 'query', schema: { type: 'boolean', default: false } },
        ],
        requestBody: { required: true, content: { 'application/json': { schema: z.toJSONSchema(command.input, { io: 'input' }) } } },
        responses: answers(),
      },
    },
  ]);
  const viewPaths = system.views.map((view) => {
    const schema = z.toJSONSchema(view.query, { io: 'input' }) as { properties?: Record<string, object>; required?: string[] };
    const parameters = Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      in: 'query',
      required: schema.required?.includes(name) ?? false,
      schema: property,
    }));
    const asked = { summary: view.title.en, responses: answers() };
    return [
      `/${system.name}/views/${view.name}`,
      {
        get: { ...asked, operationId: view.name, parameters },
        post: { ...asked, operationId: `${view.name}-by-body`, requestBody: { required: true, content: { 'application/json': { schema } } } },
      },
    ];
  });
  return {
    openapi: '3.1.0',
    info: { title: `Selvedge ${system.name.toUpperCase()}`, version: contractVersion },
    paths: Object.fromEntries([...commandPaths, ...viewPaths]) as object,
  };
}
