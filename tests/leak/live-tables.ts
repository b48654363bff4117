import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';

export interface Unguarded extends Row {
  readonly name: string;
  readonly why: string;
}

/**
 * What the live database shows with a column `org` that nothing scopes: a relation that the model does not
 * know, or one on which row security is not enabled and forced, lacks a policy for a verb, or lets a write
 * through unchecked. The model is asked for nothing but the names, so what was made past it is found as well.
 * @param known names of the model's collections on this node
 */
export const unguardedTables = (tx: Tx, known: readonly string[]): Promise<Unguarded[]> =>
  tx.query<Unguarded>(
    `select name, why from (
       select c.relname as name, unnest(array[
         case when c.relname <> all ($1::text[]) then 'is not in the model' end,
         case when not c.relrowsecurity or not c.relforcerowsecurity then 'row security is not enabled and forced' end,
         case when (select count(distinct p.cmd) from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname) < 4 then 'a verb has no policy' end,
         case when exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
                             and p.cmd in ('INSERT', 'UPDATE', 'ALL') and p.with_check is null) then 'a write is not checked' end]) as why
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f')
         and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org' and not a.attisdropped)) found
     where why is not null order by 1, 2`,
    [known],
  );
