import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { core } from '@selvedge/core/system.ts';
import { defineCrm } from '@selvedge/crm/system.ts';
import { refuses, type Decision } from '@selvedge/kernel/gate/decision.ts';
import { checkFolder, type CheckedFolder } from '@selvedge/rules/check-folder.ts';
import { wms } from '@selvedge/wms/system.ts';
import { PERMISSION_KEYS } from '../access/permission-keys.ts';
import { ROLES } from '../model/core/org-grant.ts';
import { checkDatabases, explainRecord, type CheckedVersion } from './gates-database.ts';
import { repositoryRoot } from './paths.ts';
import { reasonOf } from './start-refused.ts';

const usage = `Usage: npm run gates -- check [--database]
         npm run gates -- explain <gate> <id or code> [--language tr]
  check    checks the policy of every gate in rules/ and judges its cases; with --database also every
           version that the organisations of the running system submitted or published.
           Ends with 1 and names each problem with its place when one is not sound.
  explain  says what stands against one record of the running system, and who can lift it.
           Ends with 1 when the gate refuses.\n`;

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

const versionRow = ({ node, org, gate, version, state, problems }: CheckedVersion) =>
  `${`${org} ${gate} ${version}`.padEnd(34)}${state.padEnd(12)}${node.padEnd(8)}${problems.length === 0 ? 'sound' : `${problems.length} problems`}\n${problems
    .map(({ path: at, code, message }) => `  ${at || '(whole)'}: ${code}\n    ${message.en}\n`)
    .join('')}`;

/** @returns whether every policy is sound */
async function check(args: readonly string[], options: Options): Promise<boolean> {
  if (args.length > 0) throw new Error(`check takes nothing else; "${args.join(' ')}" was given.`);
  const rules = path.join(repositoryRoot, 'rules');
  const names = readdirSync(rules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => entry.name)
    .sort();
  const checked: CheckedFolder[] = [];
  for (const name of names) checked.push(await checkFolder(rules, name, known));
  process.stdout.write(tableOf(checked) + checked.map(listOf).join(''));
  const versions = options.database ? await checkDatabases(known) : [];
  if (options.database)
    process.stdout.write(
      versions.length === 0 ? 'No organisation submitted or published a version of its own.\n' : versions.map(versionRow).join(''),
    );
  return [...checked, ...versions].every(({ problems }) => problems.length === 0);
}

const WORDS = {
  en: { policy: 'policy', allowed: 'allowed', open: 'not met', seen: 'seen', needed: 'needed', lift: 'who can lift it', next: 'next step' },
  tr: {
    policy: 'kural',
    allowed: 'geçiyor',
    open: 'karşılanmadı',
    seen: 'görülen',
    needed: 'gereken',
    lift: 'kim giderebilir',
    next: 'sıradaki adım',
  },
} as const;

function cardOf({ title, policyVersion, requirements }: Decision, language: 'en' | 'tr'): string {
  const words = WORDS[language];
  const open = requirements.filter((one) => !one.met);
  const lines = [...open, ...requirements.filter((one) => one.met)].flatMap((one) =>
    one.met
      ? [`  ✓ ${one.sentence[language]} (${one.seen[language]})`]
      : [
          `  ${refuses(one) ? '✗' : '!'} ${one.sentence[language]} [${one.code}]`,
          `      ${words.seen}: ${one.seen[language]}`,
          `      ${words.needed}: ${one.needed[language]}`,
          `      ${words.lift}: ${[...one.lift.roles, ...(one.lift.key ? [one.lift.key] : [])].join(', ') || '–'}`,
          `      ${words.next}: ${one.next[language]}`,
        ],
  );
  const refusing = open.filter(refuses);
  const verdict = refusing.length === 0 ? words.allowed : `${refusing.length} / ${requirements.length} ${words.open}`;
  return [`${title[language]} · ${words.policy} ${policyVersion} · ${verdict}`, ...lines, ''].join('\n');
}

/** @returns whether the gate allows it */
async function explain([gate, record]: readonly string[], { language }: Options): Promise<boolean> {
  if (!gate || !record) throw new Error('Name the gate and the record.');
  const bindings = systems.flatMap((system) => system.gates.map((binding) => ({ system: system.name, binding })));
  const decision = await explainRecord(bindings, gate, record);
  process.stdout.write(cardOf(decision, language === 'tr' ? 'tr' : 'en'));
  return decision.allowed;
}

interface Options {
  readonly database: boolean;
  readonly language: string;
}
const COMMANDS: Readonly<Record<string, (args: readonly string[], options: Options) => Promise<boolean>>> = { check, explain };

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { database: { type: 'boolean', default: false }, language: { type: 'string', default: 'en' } },
  });
  const [wanted = '', ...args] = positionals;
  const run = Object.hasOwn(COMMANDS, wanted) ? COMMANDS[wanted] : undefined;
  if (!run) throw new Error(wanted === '' ? 'Say what to do with the gates.' : `"${wanted}" is nothing that can be done with the gates.`);
  process.exit((await run(args, values)) ? 0 : 1);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n${usage}`);
  process.exit(2);
}
