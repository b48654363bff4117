import type { System } from './collection.ts';
import { collections } from './index.ts';

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`;

/**
 * Defaults and closed lists that Directus' own schema does not put into the database. Idempotent.
 */
export function constraintsSql(systems: readonly System[]): string[] {
  const hosted = collections.filter((c) => c.system === 'core' || systems.includes(c.system));
  return hosted.flatMap((collection) => [
    `alter table ${collection.name} alter column id set default gen_random_uuid()`,
    `alter table ${collection.name} alter column created_at set default now()`,
    ...Object.entries(collection.fields).flatMap(([name, field]) => {
      if (!field.choices) return [];
      const constraint = `${name}_is_known`;
      const allowed = field.choices.map(literal).join(', ');
      return [
        `alter table ${collection.name} drop constraint if exists ${constraint}`,
        `alter table ${collection.name} add constraint ${constraint} check ("${name}" in (${allowed}))`,
      ];
    }),
  ]);
}
