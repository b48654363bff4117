import { z } from 'zod';

/**
 * Every environment variable that Selvedge reads, with its default and unit.
 * Variables that start with `SELVEDGE_` and are not listed here refuse the start:
 * a misspelt setting must never be silently ignored.
 */
const url = (protocols: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol.replace(':', '')), {
    message: `must be a URL that starts with ${protocols.map((p) => `${p}://`).join(' or ')}`,
  });
const port = z.coerce.number().int().min(1).max(65_535);
const orgCode = z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters');
const secret = z.string().min(32, 'must be at least 32 characters long');
const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
const systems = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .pipe(z.array(z.enum(['crm', 'wms'])).min(1));

/** Known to everybody who reads the README. */
export const DEMO_PASSWORD = 'selvedge-demo';

export const environmentSchema = z.object({
  DATABASE_URL: url(['postgres', 'postgresql']).describe('Connection of the role that owns the schema; used for migrations only'),
  DATABASE_APP_URL: url(['postgres', 'postgresql']).describe('Connection of the role that owns nothing; used at run time'),
  REDIS_URL: url(['redis', 'rediss']).describe('Redis for queues, locks and the Directus bus'),
  SEED_PASSWORD: z.string().min(8).default(DEMO_PASSWORD).describe('Password of the seeded demo users'),
  SELVEDGE_SYSTEMS: systems.default(['crm', 'wms']).describe('Which systems this node hosts: crm, wms or crm,wms'),
  SELVEDGE_HOST: z.string().min(1).default('127.0.0.1').describe('Address the node listens on'),
  SELVEDGE_PORT: port.default(8055).describe('TCP port the node listens on'),
  SELVEDGE_PUBLIC_URL: url(['http', 'https']).default('http://127.0.0.1:8055').describe('Address people reach this node at'),
  SELVEDGE_CRM_URL: url(['http', 'https']).default('http://127.0.0.1:8055').describe('Address of the node that hosts CRM'),
  SELVEDGE_WMS_URL: url(['http', 'https']).default('http://127.0.0.1:8055').describe('Address of the node that hosts WMS'),
  SELVEDGE_SECRET: secret.describe('Signs Directus access tokens of this node'),
  SELVEDGE_SECRETS_KEY: secret.describe('Encrypts webhook secrets at rest'),
  SELVEDGE_EVENT_SECRET_CRM_TO_WMS: secret.describe('First webhook secret CRM signs with; later ones are rotated in the database'),
  SELVEDGE_EVENT_SECRET_WMS_TO_CRM: secret.describe('First webhook secret WMS signs with; later ones are rotated in the database'),
  SELVEDGE_SMTP_URL: url(['smtp', 'smtps']).default('smtp://127.0.0.1:1025').describe('SMTP server that mail leaves through'),
  SELVEDGE_MAIL_FROM: z.string().min(3).default('Selvedge <no-reply@selvedge.test>').describe('Sender of plain internal mail'),
  SELVEDGE_FILES_DIR: z.string().min(1).default('.data/files').describe('Folder that uploaded and generated files are kept in'),
  SELVEDGE_SEED: z
    .union([z.enum(['none', 'base', 'demo']), z.coerce.number().int().min(1).max(2_000_000)])
    .default('none')
    .describe(
      'What an empty database is filled with: none, base (people, stock, customers), demo (a season of trade too), or a number of deals for load work',
    ),
  SELVEDGE_DEMO: flag
    .default(false)
    .describe('Demo mode: allows the default SEED_PASSWORD, a short password of the first administrator and addresses in .test'),
  SELVEDGE_ADMIN_EMAIL: z
    .email('must be an e-mail address')
    .optional()
    .describe('Whom an empty database gets as first administrator; not read once there is an organisation'),
  SELVEDGE_ADMIN_PASSWORD: z
    .string()
    .optional()
    .describe('Password of the first administrator, 12 to 128 characters; not read once there is an organisation'),
  SELVEDGE_FIRST_ORG: orgCode
    .default('MOD')
    .describe('Code of the organisation an empty database begins with, three capital letters; it never changes'),
  SELVEDGE_FIRST_ORG_NAME: z
    .string()
    .trim()
    .min(2)
    .max(255)
    .default('Moda Tekstil')
    .describe('Name of that organisation; administrators may change it'),
  SELVEDGE_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('warn')
    .describe('Lowest level that is logged'),
  SELVEDGE_POOL_MAX: z.coerce.number().int().min(2).max(200).default(20).describe('Database connections a process may hold'),
  SELVEDGE_TRUSTED_PROXIES: z
    .string()
    .regex(
      /^[a-z0-9.:/]+(,[a-z0-9.:/]+)*$/i,
      'is a list of addresses or networks, or loopback, linklocal, uniquelocal, with commas between',
    )
    .default('loopback')
    .describe('Proxies whose word on the address of a visitor is taken: addresses, networks, loopback, linklocal or uniquelocal'),
  SELVEDGE_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8).describe('Deliveries in flight at once per worker'),
  SELVEDGE_SWEEP_MS: z.coerce.number().int().min(50).default(5_000).describe('Milliseconds between sweeps of the outbox'),
  SELVEDGE_RETRY_SCALE: z.coerce
    .number()
    .positive()
    .max(10)
    .default(1)
    .describe('Factor on the delivery retry schedule (1 = 5 s, 30 s, 2 min …)'),
  SELVEDGE_TEST_FAULT_POINT: z
    .string()
    .default('')
    .describe('Name of a step at which this process kills itself, for tests; refused outside demo mode'),
});

export type Config = z.infer<typeof environmentSchema>;

/** What only the launcher (`npm start`) reads: where its own services keep data and listen. */
export const launcherSchema = z.object({
  SELVEDGE_DATA_DIR: z.string().min(1).default('.data').describe('Folder of the embedded services: databases, mail, logs, secrets'),
  SELVEDGE_POSTGRES_PORT: port.default(54_329).describe('TCP port of the embedded PostgreSQL'),
  SELVEDGE_REDIS_PORT: port.default(56_379).describe('TCP port of the embedded Redis; the next one too with --split'),
  SELVEDGE_MAIL_SMTP_PORT: port.default(1025).describe('TCP port the mailbox receives on'),
  SELVEDGE_MAIL_WEB_PORT: port.default(1080).describe('TCP port of the mailbox page'),
});

export type LauncherConfig = z.infer<typeof launcherSchema>;

export class ConfigInvalid extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Selvedge cannot start, its environment is not usable:\n${problems.map((p) => `  ${p}`).join('\n')}`);
    this.name = 'ConfigInvalid';
    this.problems = problems;
  }
}

/** Names whose value must never be printed in a refusal. */
const isSecret = (name: string) => /SECRET|PASSWORD|DATABASE|REDIS|SMTP/.test(name);

/** How many single-letter changes lead from one name to the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const scored = known.map((candidate) => ({ candidate, distance: editDistance(name, candidate) }));
  return scored.sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

/**
 * Reads the environment once.
 * @throws ConfigInvalid naming each variable, its value (secrets excepted) and what it must be
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.keys(environmentSchema.shape);
  const ignored = Object.keys(launcherSchema.shape);
  const problems = Object.keys(environment)
    .filter((name) => name.startsWith('SELVEDGE_') && !known.includes(name) && !ignored.includes(name))
    .map(
      (name) =>
        `${name}: unknown variable; did you mean ${nearest(
          name,
          known.filter((k) => k.startsWith('SELVEDGE_')),
        )}?`,
    );

  const parsed = environmentSchema.safeParse(
    Object.fromEntries(known.map((name) => [name, environment[name]]).filter(([, value]) => value !== undefined && value !== '')),
  );
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    const value = environment[name];
    const seen = value === undefined ? 'is not set' : isSecret(name) ? 'has an unusable value' : `is "${value}"`;
    problems.push(`${name}: ${seen}; ${issue.message}. ${environmentSchema.shape[name as keyof Config]?.description ?? ''}`);
  }
  if (parsed.data && !parsed.data.SELVEDGE_DEMO) {
    if (parsed.data.SELVEDGE_SEED !== 'none' && parsed.data.SEED_PASSWORD === DEMO_PASSWORD) {
      problems.push('SEED_PASSWORD: the demo default is refused outside demo mode; set a password of your own or SELVEDGE_DEMO=true.');
    }
    if (parsed.data.SELVEDGE_TEST_FAULT_POINT)
      problems.push('SELVEDGE_TEST_FAULT_POINT: is only for tests; unset it or set SELVEDGE_DEMO=true.');
  }
  if (!parsed.data || problems.length > 0) throw new ConfigInvalid(problems);
  return parsed.data;
}
