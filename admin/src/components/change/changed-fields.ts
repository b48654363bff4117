export interface ChangedField {
  name: string;
  before: unknown;
  after: unknown;
}

type Values = Record<string, unknown> | null;

/** The fields that two notes of one record name, without those that stayed the same. */
export function changedFields(before: Values, after: Values): ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((name) => ({ name, before: before?.[name], after: after?.[name] }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after));
}
