import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildSpec } from './child.ts';
import { processMark } from './process-identity.ts';
import { readRunning, runningFile } from './running-file.ts';
import { Supervisor } from './supervise.ts';

/** A real process, one line of JavaScript long. */
const program = (name: string, code: string, tier: ChildSpec['tier'] = 'node'): ChildSpec => ({
  name,
  tier,
  command: process.execPath,
  args: ['-e', code],
  env: {},
  cwd: os.tmpdir(),
});
const stays = `console.log('ready'); setInterval(() => {}, 1000);`;

async function until(condition: () => boolean, timeoutMs = 8_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It did not happen in time.');
    await sleep(30);
  }
}

describe('the supervisor', () => {
  let dataDir: string;
  let supervisor: Supervisor;
  let reports: string[];
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'selvedge-supervise-'));
    reports = [];
    supervisor = new Supervisor({ dataDir, deleteFolder: null, onUnexpectedEnd: (_name, report) => reports.push(report) });
  });
  afterEach(async () => {
    await supervisor.stopAll();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('stops nodes before the services they use, and leaves nothing behind', async () => {
    const order = path.join(dataDir, 'order');
    const notes = (name: string) =>
      `process.on('SIGTERM', () => { require('node:fs').appendFileSync(${JSON.stringify(order)}, '${name} '); process.exit(0); }); ${stays}`;
    const service = await supervisor.start(program('service', notes('service'), 'service'), (child) => child.saysReady());
    const node = await supervisor.start(program('node', notes('node')), (child) => child.saysReady());
    await supervisor.stopAll();
    expect(readFileSync(order, 'utf8')).toBe('node service ');
    expect([processMark(service.pid), processMark(node.pid)]).toEqual([undefined, undefined]);
    expect(existsSync(runningFile(dataDir))).toBe(false);
    expect(reports).toEqual([]);
  });

  test('says in one sentence that a process found the disk full, whether it should stay or end', async () => {
    const full = `console.error('Error: ENOSPC: no space left on device, write'); process.exit(1)`;
    const sentence = 'writer could not go on because the disk is full; free some space and start again.';
    await expect(supervisor.start(program('writer', full), () => false)).rejects.toThrow(sentence);
    await expect(supervisor.run(program('writer', full), () => undefined)).rejects.toThrow(sentence);
  });

  test('tells how a process failed to start, with the end of its log', async () => {
    await expect(supervisor.start(program('broken', `console.error('no such table'); process.exit(3)`), () => false)).rejects.toThrow(
      /broken did not start: it ended with code 3[\s\S]*no such table/,
    );
  });

  test('reports an end that nobody asked for, and none that was asked for', async () => {
    const wanted = await supervisor.start(program('wanted', stays), (child) => child.saysReady());
    const fallen = await supervisor.start(program('fallen', stays), (child) => child.saysReady());
    supervisor.kill(wanted, 'SIGKILL');
    process.kill(fallen.pid, 'SIGKILL');
    await Promise.all([wanted.ended, fallen.ended]);
    expect(reports).toEqual([expect.stringMatching(/^fallen was ended by SIGKILL/)]);
  });

  test('runs a step to its end, hands its lines on, and refuses when it fails', async () => {
    const lines: string[] = [];
    await supervisor.run(program('step', `console.log('one'); console.log('two')`), (line) => lines.push(line));
    expect(lines).toEqual(['one', 'two']);
    await expect(supervisor.run(program('step', `console.log('half'); process.exit(1)`), () => undefined)).rejects.toThrow(
      /step failed: it ended with code 1[\s\S]*half/,
    );
  });

  test('a launcher that is killed takes its processes with it', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'selvedge-killed-'));
    const launcher = path.join(folder, 'launcher.ts');
    writeFileSync(
      launcher,
      `import { Supervisor } from ${JSON.stringify(path.join(import.meta.dirname, 'supervise.ts'))};
       const supervisor = new Supervisor({ dataDir: ${JSON.stringify(folder)}, deleteFolder: ${JSON.stringify(folder)}, onUnexpectedEnd: () => undefined });
       await supervisor.start(${JSON.stringify(program('stubborn', `process.on('SIGTERM', () => {}); ${stays}`))}, (child) => child.saysReady());
       process.send('started');`,
    );
    const killed = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', launcher], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await new Promise((resolve) => killed.once('message', resolve));
    const pid = readRunning(runningFile(folder))?.processes[0]?.pid ?? 0;
    expect(processMark(pid)).toBeDefined();
    killed.kill('SIGKILL');
    await until(() => processMark(pid) === undefined && !existsSync(folder), 12_000);
  }, 20_000);
});
