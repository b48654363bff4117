import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { core } from '@selvedge/core/system.ts';
import { defineCrm } from '@selvedge/crm/system.ts';
import { checkFolder, type CheckedFolder } from '@selvedge/rules/check-folder.ts';
import { wms } from '@selvedge/wms/system.ts';
import { PERMISSION_KEYS } from '../access/permission-keys.ts';
import { ROLES } from '../model/core/org-grant.ts';
import { repositoryRoot } from './paths.ts';
import { reasonOf } from './start-refused.ts';

const usage = `Usage: npm run gates -- check
  Checks the policy of every gate in rules/ and judges its cases.
  Ends with 1 and names each problem with its place when one is not sound.\n`;

// Where its mail would go does not matter: nothing of a system is run here, only its list of commands is read.
const systems = [core, defineCrm({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'nobody@example.com' }), wms];
const known = {
  roles: ROLES,
  keys: Object.keys(PERMISSION_KEYS),
  commands: systems.flatMap((system) => system.commands.map((command) => command.name)),
};

const row = (name: string, requirements: string, cases: string, verdict: string) =>
  `${name.padEnd(22)}${requirements.padStart(13)}${cases.padStart(7)}  ${verdict}\n`;

function tableOf(checked: readonly CheckedFolder[]): string {
  const rows = checked.map(({ name, requirements, cases, problems }) =>
    row(name, String(requirements), String(cases), problems.length === 0 ? 'sound' : `${problems.length} problems`),
  );
  return [row('gate', 'requirements', 'cases', ''), ...rows].join('');
}

const listOf = ({ name, problems }: CheckedFolder): string =>
  problems.map(({ path: at, code, message }) => `${name}/gate.json ${at || '(whole)'}: ${code}\n  ${message.en}\n`).join('');

/** @returns whether every policy is sound */
async function check(): Promise<boolean> {
  const rules = path.join(repositoryRoot, 'rules');
  const names = readdirSync(rules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => entry.name)
    .sort();
  const checked: CheckedFolder[] = [];
  for (const name of names) checked.push(await checkFolder(rules, name, known));
  process.stdout.write(tableOf(checked) + checked.map(listOf).join(''));
  return checked.every(({ problems }) => problems.length === 0);
}

const COMMANDS: Readonly<Record<string, () => Promise<boolean>>> = { check };

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const wanted = positionals.join(' ');
  const run = Object.hasOwn(COMMANDS, wanted) ? COMMANDS[wanted] : undefined;
  if (!run) throw new Error(wanted === '' ? 'Say what to do with the gates.' : `"${wanted}" is nothing that can be done with the gates.`);
  process.exit((await run()) ? 0 : 1);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n${usage}`);
  process.exit(2);
}
