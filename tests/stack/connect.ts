import { readFileSync } from 'node:fs';
import type { StackDescription } from './control.ts';

export type TestNode = StackDescription['nodes'][number];

export interface TestStack extends StackDescription {
  /** The node that hosts a system; the same one twice unless the stack is split. */
  nodeOf(system: 'crm' | 'wms'): TestNode;
  /** Kills a process and waits for its end; it stays down until `restart`. @param name `node-main`, `worker-main`, `node-crm` … */
  kill(name: string, signal?: NodeJS.Signals): Promise<void>;
  /**
   * Starts it again (stopping it first if it runs) and waits until it is ready.
   * @returns its new process id
   */
  restart(name: string): Promise<number>;
  /** Starts it so that it kills itself at a named step; returns when it is ready, or has already reached that step. */
  restartToFail(name: string, faultPoint: string): Promise<void>;
  /** Waits until a process has ended by itself, as at a fault point. */
  waitForEnd(name: string): Promise<void>;
  pidOf(name: string): Promise<number>;
  /** Where the run's one Chromium is connected to. */
  browserAddress(): Promise<string>;
}

/** The stack that was started for this test run. @throws Error outside of one */
export function connectStack(): TestStack {
  const file = process.env['SELVEDGE_TEST_STACK'];
  if (file === undefined) throw new Error('No stack runs: start these tests with "npm test", or jest with --selectProjects stack.');
  const description = JSON.parse(readFileSync(file, 'utf8')) as StackDescription;

  const ask = async <T>(action: string, parameters: Record<string, string> = {}): Promise<T> => {
    const response = await fetch(`${description.controlUrl}/${action}?${new URLSearchParams(parameters).toString()}`);
    const body = (await response.json()) as T & { message?: string };
    if (!response.ok) throw new Error(body.message);
    return body;
  };
  const pidAfter = async (action: string, name: string) => (await ask<{ pid: number }>(action, { name })).pid;
  return {
    ...description,
    nodeOf: (system) => {
      const node = description.nodes.find((one) => one.systems.includes(system));
      if (!node) throw new Error(`No node hosts ${system}.`);
      return node;
    },
    kill: async (name, signal = 'SIGKILL') => {
      await ask('kill', { name, signal });
    },
    restart: (name) => pidAfter('restart', name),
    restartToFail: async (name, faultPoint) => {
      await ask('restart-to-fail', { name, faultPoint });
    },
    waitForEnd: async (name) => {
      await ask('end', { name });
    },
    pidOf: (name) => pidAfter('pid', name),
    browserAddress: async () => (await ask<{ browser: string }>('browser')).browser,
  };
}
