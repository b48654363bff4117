/** A label in both languages of the product. */
export interface Label {
  readonly en: string;
  readonly tr: string;
}

export type FieldType = 'uuid' | 'string' | 'text' | 'integer' | 'decimal' | 'boolean' | 'timestamp' | 'date' | 'json';

/**
 * One column, as Directus, PostgreSQL and TypeScript see it.
 * `T` is the type of the value in a row; it exists at compile time only.
 */
export interface Field<T = unknown> {
  readonly type: FieldType;
  readonly label: Label;
  readonly nullable: boolean;
  readonly maxLength?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly defaultValue?: unknown;
  readonly unique?: boolean;
  readonly indexed?: boolean;
  readonly references?: string;
  /** The row it leads to may belong to another org. */
  readonly acrossOrgs?: boolean;
  readonly choices?: readonly string[];
  readonly note?: Label;
  readonly __value?: T;
}

type Options<T> = {
  readonly note?: Label;
  readonly unique?: boolean;
  readonly indexed?: boolean;
  readonly default?: T;
};

const base = <T>(type: FieldType, label: Label, options: Options<T> = {}): Field<T> => ({
  type,
  label,
  nullable: false,
  ...(options.note && { note: options.note }),
  ...(options.unique && { unique: true }),
  ...(options.indexed && { indexed: true }),
  ...(options.default !== undefined && { defaultValue: options.default }),
});

/** The same field, allowed to be empty. */
export const optional = <T>(field: Field<T>): Field<T | null> => ({ ...field, nullable: true });

export const text = (label: Label, options: Options<string> & { readonly max?: number } = {}): Field<string> => ({
  ...base('string', label, options),
  maxLength: options.max ?? 255,
});
export const longText = (label: Label, options?: Options<string>): Field<string> => base('text', label, options);
export const integer = (label: Label, options?: Options<number>): Field<number> => base('integer', label, options);
export const boolean = (label: Label, options?: Options<boolean>): Field<boolean> => base('boolean', label, options);
export const timestamp = (label: Label, options?: Options<Date>): Field<Date> => base('timestamp', label, options);
/** A calendar date without a zone, `YYYY-MM-DD`. */
export const date = (label: Label, options?: Options<string>): Field<string> => base('date', label, options);
export const json = <T>(label: Label, options?: Options<T>): Field<T> => base('json', label, options);
export const identifier = (label: Label, options?: Options<string>): Field<string> => base('uuid', label, options);

/** An amount in a currency's major unit, as a decimal string. */
export const money = (label: Label, options?: Options<string>): Field<string> => ({ ...base('decimal', label, options), precision: 18, scale: 2 });
/** A price for one unit, as a decimal string with four digits. */
export const unitPrice = (label: Label, options?: Options<string>): Field<string> => ({ ...base('decimal', label, options), precision: 18, scale: 4 });
/** A quantity in the unit named beside it (meters, pieces, rolls), as a decimal string. */
export const quantity = (label: Label, options?: Options<string>): Field<string> => ({ ...base('decimal', label, options), precision: 14, scale: 3 });
export const percent = (label: Label, options?: Options<string>): Field<string> => ({ ...base('decimal', label, options), precision: 6, scale: 3 });

/** A closed list of words, checked by the database as well. */
export const choice = <const C extends readonly string[]>(label: Label, choices: C, options: Options<C[number]> = {}): Field<C[number]> => ({
  ...base<C[number]>('string', label, options),
  maxLength: 40,
  choices,
});

/**
 * A foreign key. Between two org-scoped collections it holds within one org (same-org.ts). Indexed,
 * because lists follow it, unless it only tells who did something, or `indexed: false` says that an
 * index of a migration starts with it.
 */
export const reference = (collection: string, label: Label, options: Options<string> & { readonly acrossOrgs?: boolean } = {}): Field<string> => ({
  ...base('uuid', label, { indexed: collection !== 'directus_users', ...options }),
  references: collection,
  ...(options.acrossOrgs && { acrossOrgs: true }),
});
