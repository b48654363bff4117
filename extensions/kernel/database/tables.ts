/**
 * The rows of each table, keyed by table name. The kernel knows none; the data
 * model adds its own by declaration merging, so that `tx.insert` is typed.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Tables {}

export type TableName = Extract<keyof Tables, string>;
