import pg from 'pg';

/** How far the demo data of a database is: `begun` and not `finished` is half of it, which no later start completes. */
export type Seeding = 'none' | 'begun' | 'finished';

async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'selvedge-seed' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @param ownerUrl connection of the role that owns the schema; the run-time role has no right to the mark */
export const readSeeding = (ownerUrl: string): Promise<Seeding> =>
  withOwner(ownerUrl, async (client) => {
    const made = await client.query<{ is: boolean }>(`select to_regclass('app.seeding') is not null as is`);
    if (made.rows[0]?.is !== true) return 'none';
    const { rows } = await client.query<{ finished: boolean }>('select finished_at is not null as finished from app.seeding');
    return rows[0] === undefined ? 'none' : rows[0].finished ? 'finished' : 'begun';
  });

export const beginSeeding = (ownerUrl: string, level: string) =>
  withOwner(ownerUrl, (client) => client.query('insert into app.seeding (level) values ($1)', [level]));

export const finishSeeding = (ownerUrl: string) => withOwner(ownerUrl, (client) => client.query('update app.seeding set finished_at = now()'));
