import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { environmentSchema, launcherSchema } from '@selvedge/directus/launch/config.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Everything that runs, but the list of the variables itself and what tests it. */
const sources = ['directus', 'extensions', 'seed', 'scripts'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.(ts|mjs)$/.test(name) && !/\.test\.ts$|node_modules|^directus\/launch\/config\.ts$/.test(name))
    .map(read),
);

/** Whether a text reads a variable: `config.NAME`, `environment['NAME']` or `{ NAME: own } = config`, not only writes or names it. */
const reads = (name: string) => {
  const access = new RegExp(String.raw`[\w\])]\??\.(?:\[')?${name}\b(?!\s*=[^=])|[\w\])]\['${name}'\]|\{[^{}]*\b${name}\b[^{}]*\} = config\b`);
  return (text: string) => access.test(text);
};
const isRead = (name: string) => sources.some(reads(name));

interface ComposeFile {
  readonly services: Readonly<Record<string, { readonly environment?: Readonly<Record<string, string>>; readonly build?: unknown }>>;
}
const { services } = parse(read('docker-compose.yml'), { merge: true }) as ComposeFile;
const scripts = readdirSync(path.join(root, 'docker'))
  .map((file) => read(`docker/${file}`))
  .join('\n');

/** What the images of others read, by their own documentation. */
const READ_BY_IMAGE: Readonly<Record<string, readonly string[]>> = { postgres: ['POSTGRES_PASSWORD', 'POSTGRES_INITDB_ARGS'] };

describe('a setting that changes nothing', () => {
  test.each([...Object.keys(environmentSchema.shape), ...Object.keys(launcherSchema.shape)])('is not in the configuration: %s is read', (name) => {
    expect(isRead(name)).toBe(true);
  });

  test.each(Object.entries(services).flatMap(([service, { environment = {} }]) => Object.keys(environment).map((name) => [name, service] as const)))(
    'is not in docker-compose.yml: %s of %s is read',
    (name, service) => {
      if (services[service]?.build !== undefined) expect(isRead(name)).toBe(true);
      else expect(READ_BY_IMAGE[service]?.includes(name) === true || scripts.includes(`$${name}`)).toBe(true);
    },
  );

  test.each([
    ['only named in a message', 'throw new Error("Set GOTENBERG_URL.");'],
    ['only written', "const env = { GOTENBERG_URL: 'http://gotenberg:3000' };"],
    ['only listed', "const passed = ['GOTENBERG_URL'];"],
    ['only assigned', "process.env.GOTENBERG_URL = 'x';"],
    ['another that begins alike', 'config.GOTENBERG_URL_TWO'],
  ])('would be found when it is %s', (_, text) => {
    expect(reads('GOTENBERG_URL')(text)).toBe(false);
  });

  test.each(['fetch(config.GOTENBERG_URL)', "user['GOTENBERG_URL'] ?? ''", 'const { GOTENBERG_URL: url } = config;'])('is none when it is read: %s', (text) => {
    expect(reads('GOTENBERG_URL')(text)).toBe(true);
  });
});
