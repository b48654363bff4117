import { createTransport } from 'nodemailer';
import pg from 'pg';
import { runCaptured } from '../run-process.ts';
import { connectStack } from '../stack/connect.ts';

const stack = connectStack();
const pong = async (url: string) => (await fetch(`${url}/server/ping`)).text();

async function ask<R extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the stack that tests run against', () => {
  test.each(stack.nodes)('$name answers, and answers again after kill -9 and a restart', async ({ name, url }) => {
    const before = await stack.pidOf(`node-${name}`);
    expect(await pong(url)).toBe('pong');
    await stack.kill(`node-${name}`);
    await expect(fetch(url)).rejects.toThrow();
    expect(await stack.restart(`node-${name}`)).not.toBe(before);
    expect(await pong(url)).toBe('pong');
  });

  test.each(stack.nodes)('$name keeps a connection longer than the two minutes that a proxy does', async ({ url }) => {
    const kept = (await fetch(`${url}/server/ping`)).headers.get('keep-alive');
    expect(Number(/timeout=(\d+)/.exec(kept ?? '')?.[1])).toBeGreaterThan(120);
  });

  test.each(stack.nodes)('$name runs as a role that owns nothing and cannot pass row security', async ({ databaseUrl }) => {
    const [role] = await ask(
      databaseUrl,
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
         from pg_roles where rolname = current_user`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 });
  });

  test.each(stack.nodes)('$name finds nothing to change when schema and access are applied once more', async ({ ownerUrl, env }) => {
    const shape = () =>
      Promise.all(
        [
          'select collection, field, type, schema_name from (select f.collection, f.field, c.data_type as type, c.table_schema as schema_name from directus_fields f left join information_schema.columns c on c.table_name = f.collection and c.column_name = f.field) x order by 1, 2, 4',
          'select collection, action, permissions::text, fields from directus_permissions order by 1, 2, 3',
          'select schemaname, tablename, policyname, cmd, qual, with_check from pg_policies order by 1, 2, 3, 4',
          'select name from app.migration order by 1',
        ].map((sql) => ask(ownerUrl, sql)),
      );
    const before = await shape();
    await ask(ownerUrl, 'delete from app.prepared');
    const { code, output } = await runCaptured(['directus/launch/prepare.ts'], { PATH: process.env['PATH'] ?? '', ...env });
    expect([code, output]).toEqual([0, expect.stringContaining('Data model: up to date.')]);
    expect(output).not.toContain('Migrations:');
    expect(await shape()).toEqual(before);
  });

  test('keeps what is committed: the database waits for the disk', async () => {
    expect(await ask(stack.nodes[0]!.ownerUrl, `select current_setting('synchronous_commit') as wait, current_setting('fsync') as sync`)).toEqual([
      { wait: 'on', sync: 'on' },
    ]);
  });

  test('shows the mail it is handed', async () => {
    const subject = `Şirket ₺ ${String(Date.now())}`;
    await createTransport(stack.mail.smtpUrl).sendMail({ from: 'a@selvedge.test', to: 'b@selvedge.test', subject, text: 'x' });
    const mails = (await (await fetch(`${stack.mail.webUrl}/api/email`)).json()) as { subject: string }[];
    expect(mails.map((mail) => mail.subject)).toContain(subject);
  });
});
