import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { environmentSchema, readConfig } from '@selvedge/directus/launch/config.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface ComposeFile {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly environment?: Readonly<Record<string, string>>;
        readonly image?: string;
        readonly build?: { readonly target?: string };
        readonly networks?: { readonly default?: { readonly aliases?: readonly string[] } };
      }
    >
  >;
}

const composeText = read('docker-compose.yml');
const parseCompose = (text: string) => parse(text, { merge: true }) as ComposeFile;
const compose = parseCompose(composeText);
const ours = ['crm-prepare', 'wms-prepare', 'crm', 'wms', 'crm-worker', 'wms-worker'];

// The specification's own schema, as the linter dclint ships it.
const schema = JSON.parse(read('node_modules/dclint/schemas/compose.schema.json')) as Record<string, unknown>;
delete schema['$schema']; // Draft 07, by an address that Ajv does not know it by.
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

const filledIn = (name: string) => (name.endsWith('_EMAIL') ? 'somebody@example.com' : 'filled-in-'.padEnd(40, '0'));

/** `.env` as a person would fill it in from the example. */
const dotEnv = Object.fromEntries(
  read('.env.example')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const)
    .map(([name, value]) => [name, value || filledIn(name)]),
);

const reference = /\$\{([A-Z_]+)(?::([?-])([^}]*))?\}/g;

const interpolate = (value: string, values: Readonly<Record<string, string>>) =>
  value.replaceAll(reference, (_whole, name: string, kind: string | undefined, word: string | undefined) => {
    const found = values[name];
    if (found !== undefined && found !== '') return found;
    if (kind === '-') return word ?? '';
    throw new Error(`${name}: ${word ?? 'not set'}`);
  });

const environmentOf = (file: ComposeFile, service: string) =>
  Object.fromEntries(Object.entries(file.services[service]?.environment ?? {}).map(([name, value]) => [name, interpolate(value, dotEnv)]));

const unknownVariables = (file: ComposeFile) =>
  ours.flatMap((service) => Object.keys(file.services[service]?.environment ?? {}).filter((name) => !(name in environmentSchema.shape)));

describe('docker-compose.yml', () => {
  test('is a valid Compose file', () => {
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('a misspelt key would not be valid', () => {
    expect(validate(parseCompose(composeText.replace('shm_size:', 'shmsize:')))).toBe(false);
  });

  test.each(ours)('%s gets an environment that its configuration accepts', (service) => {
    const config = readConfig(environmentOf(compose, service));
    expect(config.SELVEDGE_SYSTEMS).toEqual([service.slice(0, 3)]);
  });

  test('sets only variables that the configuration knows', () => {
    expect(unknownVariables(compose)).toEqual([]);
  });

  test('a misspelt variable would be found', () => {
    expect(unknownVariables(parseCompose(composeText.replace('SELVEDGE_LOG_LEVEL:', 'SELVEDGE_LOGLEVEL:')))).toContain('SELVEDGE_LOGLEVEL');
  });

  test('a missing secret would be refused', () => {
    const { SELVEDGE_SECRET: _removed, ...rest } = environmentOf(compose, 'crm');
    expect(() => readConfig(rest)).toThrow(/SELVEDGE_SECRET: is not set/);
  });

  test('the two nodes share no database, Redis or signing secret', () => {
    const [crm, wms] = [environmentOf(compose, 'crm'), environmentOf(compose, 'wms')];
    for (const name of ['DATABASE_URL', 'DATABASE_APP_URL', 'REDIS_URL']) expect(crm[name]).not.toBe(wms[name]);
    expect(compose.services['crm']?.environment?.['SELVEDGE_SECRET']).not.toBe(compose.services['wms']?.environment?.['SELVEDGE_SECRET']);
    expect(crm['SELVEDGE_EVENT_SECRET_CRM_TO_WMS']).toBe(wms['SELVEDGE_EVENT_SECRET_CRM_TO_WMS']);
  });

  test('both nodes begin with the same organisation and administrator, whose password only the prepare steps are told', () => {
    const ofFirstStart = (service: string) => Object.entries(environmentOf(compose, service)).filter(([name]) => /^SELVEDGE_(ADMIN|FIRST)_/.test(name));
    expect(ofFirstStart('crm-prepare')).toHaveLength(4);
    expect(ofFirstStart('wms-prepare')).toEqual(ofFirstStart('crm-prepare'));
    for (const service of ours.filter((name) => !name.endsWith('-prepare'))) expect(ofFirstStart(service)).toEqual([]);
  });

  test('the addresses people use lead to the proxy from inside, too', () => {
    const { SELVEDGE_CRM_URL = '', SELVEDGE_WMS_URL = '' } = environmentOf(compose, 'crm');
    const hosts = [SELVEDGE_CRM_URL, SELVEDGE_WMS_URL].map((url) => new URL(url).hostname);
    expect(compose.services['admin']?.networks?.default?.aliases).toEqual(hosts);
  });

  test('.env.example lists exactly what the file asks for', () => {
    const asked = new Set([...composeText.matchAll(reference)].map(([, name]) => name));
    expect(Object.keys(dotEnv).sort()).toEqual([...asked].sort());
  });

  test('builds only targets that the Dockerfile has', () => {
    const targets = [...read('Dockerfile').matchAll(/^FROM .+ AS (\w+)$/gm)].map(([, name]) => name);
    for (const service of Object.values(compose.services)) if (service.build?.target !== undefined) expect(targets).toContain(service.build.target);
  });
});
