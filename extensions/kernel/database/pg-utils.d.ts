declare module 'pg/lib/utils.js' {
  /** As pg itself turns a value into what the wire carries. @throws Error for a value that has no such form */
  export function prepareValue(value: unknown): string | Buffer | null;
}
