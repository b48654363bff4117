import { createHash } from 'node:crypto';

const names = new Map<string, string>();
/** Statements are prepared once per connection: planning under row security costs more than running. */
export function statementName(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = createHash('sha1').update(sql).digest('base64url').slice(0, 24);
    names.set(sql, name);
  }
  return name;
}
