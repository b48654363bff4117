/** What zod says of an input as JSON Schema; only the words that its schemas use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

const PRIMITIVES = ['string', 'number', 'boolean', 'null'];

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(([name, schema]) => `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOfSchema(schema)};`);
  if (fields.length > 0) return `{ ${fields.join(' ')} }`;
  return typeof additionalProperties === 'object' ? `Record<string, ${typeOfSchema(additionalProperties)}>` : 'Record<string, never>';
}

/**
 * A JSON Schema as a TypeScript type. Formats, lengths and ranges stay the server's to check.
 * @throws Error for a schema it cannot say, rather than a type that lets everything through
 */
export function typeOfSchema(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(typeOfSchema).join(' | ');
  if (schema.type === 'array' && schema.items) return `readonly (${typeOfSchema(schema.items)})[]`;
  if (schema.type === 'object') return objectType(schema);
  if (schema.type === 'integer') return 'number';
  if (typeof schema.type === 'string' && PRIMITIVES.includes(schema.type)) return schema.type;
  if (Array.isArray(schema.type)) return schema.type.map((type: string) => typeOfSchema({ type })).join(' | ');
  throw new Error(`No TypeScript type is known for ${JSON.stringify(schema)}; teach directus/typed-client/schema-type.ts to say it.`);
}
