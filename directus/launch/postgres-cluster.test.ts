import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeStaleLocks, socketFolderIn } from './postgres-cluster.ts';

describe('the socket of the embedded PostgreSQL', () => {
  test('lies in the data folder, where its address fits', () => {
    const longest = `/${'d'.repeat(87)}`;
    expect(socketFolderIn('/srv/selvedge/.data/postgres')).toBe('/srv/selvedge/.data/postgres');
    expect(socketFolderIn(longest)).toBe(longest);
    expect(socketFolderIn(`${longest}d`)).toBeUndefined();
  });

  test.each(['/home/ay şe/data', '/srv/a,b', "/srv/it's"])('is left out where %s would have to be quoted', (folder) => {
    expect(socketFolderIn(folder)).toBeUndefined();
  });
});

test('locks that a killed PostgreSQL left go, another file stays', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'selvedge-locks-'));
  const locks = ['postmaster.pid', '.s.PGSQL.5432.lock'].map((name) => path.join(folder, name));
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  for (const file of [...locks, path.join(folder, 'PG_VERSION')]) writeFileSync(file, `${ended}\n`);
  removeStaleLocks(folder);
  expect(locks.map(existsSync)).toEqual([false, false]);
  expect(existsSync(path.join(folder, 'PG_VERSION'))).toBe(true);
  rmSync(folder, { recursive: true });
});
