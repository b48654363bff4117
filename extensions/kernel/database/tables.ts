/**
 * The rows of each table, keyed by table name. The kernel knows none; the data
 * model adds its own by declaration merging, so that `tx.insert` is typed.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Tables {}

export type TableName = Extract<keyof Tables, string>;

/** A table of the kernel's own, of which the data model knows nothing. */
export type KernelTable = `kernel.${string}`;

/** What is written to a table: by name, a column left out takes its default. */
export type NewRow<T extends TableName | KernelTable> = T extends TableName ? Partial<Tables[T]> : Readonly<Record<string, unknown>>;
