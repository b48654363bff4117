/**
 * The one place that reaches into Directus' own modules. They are no public API: Directus is pinned
 * to one version, and the schema test fails when one of them changes its shape. They are imported
 * by computed names because they carry no types and read the environment when first imported.
 */
export interface Knex {
  raw(sql: string, bindings?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  destroy(): Promise<void>;
}

const load = async <T>(name: string): Promise<T> => (await import(`@directus/api/${name}`)) as T;

export async function loadInternals() {
  const [database, migrations, seeds, snapshot, diff, apply] = await Promise.all([
    load<{ default: () => Knex; isInstalled: () => Promise<boolean> }>('database/index'),
    load<{ default: (database: Knex, direction: 'latest', log: boolean) => Promise<void> }>('database/migrations/run'),
    load<{ default: (database: Knex) => Promise<void> }>('database/seeds/run'),
    load<{ getSnapshot: (options: { database: Knex }) => Promise<object> }>('utils/get-snapshot'),
    load<{ getSnapshotDiff: (current: object, after: object) => object }>('utils/get-snapshot-diff'),
    load<{ applySnapshot: (snapshot: object, options: { database: Knex; current: object; diff: object }) => Promise<void> }>('utils/apply-snapshot'),
  ]);
  return {
    getDatabase: database.default,
    isInstalled: database.isInstalled,
    runMigrations: migrations.default,
    installSystemTables: seeds.default,
    getSnapshot: snapshot.getSnapshot,
    getSnapshotDiff: diff.getSnapshotDiff,
    applySnapshot: apply.applySnapshot,
  };
}

export type Internals = Awaited<ReturnType<typeof loadInternals>>;
