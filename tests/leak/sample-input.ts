/** What zod writes of an input. */
export interface JsonSchema {
  /** Several where null is allowed as well. */
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
}

/** Where a value stands in an input, such as `lines.0.item`. */
export type Path = readonly (string | number)[];

/** Words that serve where a schema says no more than "text": the first that its command takes is not known here, so all are plain. */
const WORD = 'Deneme 12';
const BY_FORMAT: Readonly<Record<string, string>> = {
  date: '2026-11-30',
  'date-time': '2027-01-31T10:00:00Z',
  email: 'biri@example.com',
  uri: 'https://example.com/',
};
/** Texts that are decimals or codes are checked by refinements that JSON Schema cannot say; their names tell. */
const BY_NAME: Readonly<Record<string, string>> = {
  qty: '1',
  allowedDiscountPercent: '1',
  amount: '1',
  limitAmount: '1',
  unitPrice: '1',
  vatRate: '10',
  meters: '1',
  price: '1',
  taxNumber: '1234567890',
  pocEmail: 'biri@example.com',
  primaryEmail: 'biri@example.com',
  billingEmail: 'biri@example.com',
  taxCountry: 'TR',
  currency: 'USD',
  code: 'QQX',
  lotCode: 'L-1',
  rollCode: 'R-1',
  onHandMeters: '1',
  seenMeters: '1',
  reasonCode: 'recount',
  timeZone: 'Europe/Istanbul',
  brandColor: '#3f4bb8',
};

const variants = (schema: JsonSchema) => schema.anyOf ?? schema.oneOf;

/** Builds an input that the schema takes. @param idAt gives the id for each place that wants one */
export function sampleInput(schema: JsonSchema, idAt: (path: Path) => string, path: Path = []): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const options = variants(schema);
  if (options) return sampleInput(options.find((one) => one.type !== 'null') ?? {}, idAt, path);
  switch (typeof schema.type === 'object' ? schema.type.find((type) => type !== 'null') : schema.type) {
    case 'object':
      // Everything optional is given as well: an id may hide there.
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, property]) => [name, sampleInput(property, idAt, [...path, name])]));
    case 'array':
      return [sampleInput(schema.items ?? {}, idAt, [...path, 0])];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    default:
      if (schema.format === 'uuid') return idAt(path);
      return BY_FORMAT[schema.format ?? ''] ?? BY_NAME[String(path.at(-1))] ?? WORD;
  }
}

/** Every place of an input that wants an id. */
export function idPaths(schema: JsonSchema): Path[] {
  const found: Path[] = [];
  sampleInput(schema, (path) => {
    found.push(path);
    return '';
  });
  return found;
}
