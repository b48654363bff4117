import { readConfig } from './config.ts';
import type { Environment } from './launcher-settings.ts';
import { nodeEnvironment } from './node-environment.ts';
import type { PlannedNode } from './topology.ts';

const long = (name: string) => name.padEnd(40, '-');
const nodeSecrets = (name: string) => ({ SELVEDGE_SECRET: long(`${name}-secret`), SELVEDGE_SECRETS_KEY: long(`${name}-key`) });
const secrets = {
  postgres: { superuser: long('s'), owner: long('o'), app: long('a') },
  redisPassword: long('r'),
  events: { SELVEDGE_EVENT_SECRET_CRM_TO_WMS: long('c2w'), SELVEDGE_EVENT_SECRET_WMS_TO_CRM: long('w2c') },
  nodes: { main: nodeSecrets('main'), crm: nodeSecrets('crm'), wms: nodeSecrets('wms') },
};
const connections = { ownerUrl: 'postgres://o@h/d', appUrl: 'postgres://a@h/d', redisUrl: 'redis://h:1', smtpUrl: 'smtp://h:25' };
const main: PlannedNode = { name: 'main', systems: ['crm', 'wms'], database: 'selvedge', port: 8055, redisPort: 1 };
const crm: PlannedNode = { name: 'crm', systems: ['crm'], database: 'selvedge_crm', port: 8055, redisPort: 1 };
const wms: PlannedNode = { name: 'wms', systems: ['wms'], database: 'selvedge_wms', port: 8056, redisPort: 2 };

const build = (node: PlannedNode, nodes: readonly PlannedNode[], user: Environment = {}) =>
  nodeEnvironment({ node, nodes, connections, secrets, dataDir: '/data', seed: 'none', user });

describe('the environment of a node', () => {
  test('is one that the configuration accepts', () => {
    expect(readConfig(build(main, [main]))).toMatchObject({ SELVEDGE_SYSTEMS: ['crm', 'wms'], SELVEDGE_DEMO: true, SELVEDGE_SEED: 'none' });
  });

  test('tells each of two nodes where the other is, and keeps their secrets apart', () => {
    const [ofCrm, ofWms] = [build(crm, [crm, wms]), build(wms, [crm, wms])];
    expect([ofCrm['SELVEDGE_WMS_URL'], ofWms['SELVEDGE_CRM_URL']]).toEqual(['http://127.0.0.1:8056', 'http://127.0.0.1:8055']);
    expect(ofCrm['SELVEDGE_SECRET']).not.toBe(ofWms['SELVEDGE_SECRET']);
    expect(ofCrm['SELVEDGE_EVENT_SECRET_CRM_TO_WMS']).toBe(ofWms['SELVEDGE_EVENT_SECRET_CRM_TO_WMS']);
  });

  test("takes the user's own values before computed ones, but not another address of the database", () => {
    const environment = build(main, [main], { SELVEDGE_LOG_LEVEL: 'debug', SELVEDGE_DEMO: 'true', DATABASE_URL: 'postgres://elsewhere/x' });
    expect(environment).toMatchObject({ SELVEDGE_LOG_LEVEL: 'debug', DATABASE_URL: connections.ownerUrl });
  });

  test('gives two nodes no value that is right for one of them only', () => {
    expect(build(wms, [crm, wms], { SELVEDGE_PUBLIC_URL: 'http://example.com' })['SELVEDGE_PUBLIC_URL']).toBe('http://127.0.0.1:8056');
  });

  test('refuses a misspelt setting, naming the one that was meant', () => {
    expect(() => build(main, [main], { SELVEDGE_LOGLEVEL: 'debug' })).toThrow(
      'SELVEDGE_LOGLEVEL: unknown variable; did you mean SELVEDGE_LOG_LEVEL?',
    );
  });

  test('hands Directus the providers that people may sign in with', () => {
    expect(build(main, [main], { AUTH_PROVIDERS: 'google' })['AUTH_PROVIDERS']).toBe('google');
  });

  test('passes nothing else of the surroundings on', () => {
    process.env['DB_HOST'] = 'somewhere';
    try {
      expect(build(main, [main])).not.toHaveProperty('DB_HOST');
    } finally {
      delete process.env['DB_HOST'];
    }
  });
});
