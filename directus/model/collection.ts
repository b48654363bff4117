import { identifier, reference, timestamp, type Field, type Label } from './fields.ts';

export type System = 'core' | 'crm' | 'wms';

export interface Collection<F extends Record<string, Field> = Record<string, Field>> {
  readonly name: string;
  readonly system: System;
  /** Whether each row belongs to one org through its field `org`. */
  readonly orgScoped: boolean;
  readonly label: Label;
  readonly icon: string;
  /** How Studio shows one row, e.g. `{{code}} · {{status}}`. */
  readonly display: string;
  readonly note: Label;
  readonly fields: F;
}

type Standard = { id: Field<string>; created_at: Field<Date> };
type OrgField = { org: Field<string> };

interface Definition<F, Scoped extends boolean> {
  readonly name: `${System}_${string}`;
  readonly orgScoped: Scoped;
  /** Says that an index of a migration starts with `org`, so that it needs none of its own. */
  readonly orgIndexed?: false;
  readonly label: Label;
  readonly icon: string;
  readonly display: string;
  readonly note: Label;
  readonly fields: F;
}

/**
 * Declares a collection. `id` (UUID made by the database), `created_at` and, where
 * it is org-scoped, `org` come by themselves, so no definition can forget them.
 */
export function defineCollection<const F extends Record<string, Field>, const Scoped extends boolean>(
  definition: Definition<F, Scoped>,
): Collection<Standard & (Scoped extends true ? OrgField : unknown) & F> {
  const fields = {
    id: identifier({ en: 'Id', tr: 'Kimlik' }),
    ...(definition.orgScoped && { org: reference('core_org', { en: 'Organisation', tr: 'Şirket' }, { indexed: definition.orgIndexed ?? true }) }),
    ...definition.fields,
    created_at: timestamp({ en: 'Created at', tr: 'Oluşturulma' }),
  };
  return {
    ...definition,
    system: definition.name.slice(0, definition.name.indexOf('_')) as System,
    fields,
  };
}

/** The TypeScript type of one row. */
export type RowOf<C> = C extends Collection<infer F> ? { [K in keyof F]: F[K] extends Field<infer T> ? T : never } : never;
