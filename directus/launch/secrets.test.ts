import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadSecrets } from './secrets.ts';

describe('secrets', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'selvedge-secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('are made once, for the owner of the file alone, and stay the same', async () => {
    const first = await loadSecrets(folder);
    expect(await loadSecrets(folder)).toEqual(first);
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('are all different', async () => {
    const { postgres, redisPassword, events, nodes } = await loadSecrets(folder);
    const all = [postgres, events, nodes.main, nodes.crm, nodes.wms].flatMap((group) => Object.values(group));
    expect(new Set([...all, redisPassword]).size).toBe(all.length + 1);
  });

  test('are never replaced when the file is damaged: new ones would lock the databases', async () => {
    const file = path.join(folder, 'secrets.json');
    writeFileSync(file, '{"postgres":');
    await expect(loadSecrets(folder)).rejects.toThrow(`${file} is damaged`);
  });
});
