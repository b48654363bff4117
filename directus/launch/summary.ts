import type { Stack } from './stack.ts';

interface DemoUser {
  readonly email: string;
  readonly roles: readonly string[];
  readonly orgs: readonly string[];
}

/** Imported late: the launcher must be able to say what is wrong even where the seed cannot be loaded. */
async function demoUsers(): Promise<readonly DemoUser[]> {
  const file = '../../seed/users.ts';
  const seed = (await import(file)) as { demoUsers: () => readonly DemoUser[] };
  return seed.demoUsers();
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

function addresses(stack: Stack): string[] {
  const several = stack.nodes.length > 1;
  const rows = stack.nodes.flatMap((node) => {
    const suffix = several ? ` ${node.name.toUpperCase()}` : '';
    const url = node.env['SELVEDGE_PUBLIC_URL'] ?? node.url;
    return [
      [`App${suffix}`, `${url}/app`],
      [`Studio${suffix}`, `${url}/admin`],
    ];
  });
  if (stack.mail.webUrl !== undefined) rows.push(['Mailbox', stack.mail.webUrl]);
  rows.push(['Logs', `${stack.dataDir}/logs`]);
  return table(rows);
}

/** What a person needs to begin: addresses, who can log in as what, the password, how to stop. */
export async function summarize(stack: Stack, seeded: boolean): Promise<string> {
  const lines = ['', 'Selvedge is running.', '', ...addresses(stack), ''];
  if (seeded) {
    const users = await demoUsers();
    const rows = users.map((user) => [user.email, user.roles.join(', '), user.orgs.join(', ')]);
    lines.push(...table([['Log in as', 'role', 'orgs'], ...rows]), '');
    const chosen = stack.nodes[0]?.env['SEED_PASSWORD'];
    lines.push(
      chosen === undefined ? '  Password of all of them: selvedge-demo' : '  Password of all of them: the one in SEED_PASSWORD',
      '',
    );
  }
  lines.push('Ctrl-C stops it; the data stays. "npm run reset" deletes the data.', '');
  return lines.join('\n');
}
