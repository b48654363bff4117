import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import type { System } from '../model/collection.ts';

const FOLDER = path.resolve(import.meta.dirname, '../migrations');

/** `0003-crm.sql` runs only where CRM is hosted, `0004-wms.sql` where WMS is; the others everywhere. */
function appliesTo(file: string, systems: readonly System[]): boolean {
  const [, name = ''] = /^\d{4}-([a-z]+)/.exec(file) ?? [];
  return name !== 'crm' && name !== 'wms' ? true : systems.includes(name);
}

/**
 * Runs the SQL migrations that this database has not seen, each in a transaction of its own.
 * @returns the names that ran
 * @throws Error naming the migration that failed; nothing of it is kept
 */
export async function runMigrations(owner: pg.Client, systems: readonly System[]): Promise<string[]> {
  await owner.query('create schema if not exists app');
  await owner.query('create table if not exists app.migration (name text primary key, applied_at timestamptz not null default now())');
  const seen = new Set((await owner.query<{ name: string }>('select name from app.migration')).rows.map((row) => row.name));
  const pending = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql') && !seen.has(file) && appliesTo(file, systems)).sort();
  for (const file of pending) {
    try {
      await owner.query('begin');
      await owner.query(await readFile(path.join(FOLDER, file), 'utf8'));
      await owner.query('insert into app.migration (name) values ($1)', [file]);
      await owner.query('commit');
    } catch (cause) {
      await owner.query('rollback');
      throw new Error(`Migration ${file} failed and was rolled back: ${(cause as Error).message}`, { cause });
    }
  }
  return pending;
}
