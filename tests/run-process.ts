import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '../directus/launch/paths.ts';

type Env = Readonly<Record<string, string>>;

const running = new Set<ChildProcess>();

function start(args: readonly string[], env: Env, stdio: 'inherit' | 'pipe'): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: repositoryRoot,
    env,
    stdio: ['ignore', stdio, stdio],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

const exitCodeOf = (child: ChildProcess) =>
  new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });

/** Runs a script on this Node and keeps what it prints. */
export async function runCaptured(args: readonly string[], env: Env): Promise<{ code: number; output: string }> {
  const child = start(args, env, 'pipe');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  return { code: await exitCodeOf(child), output };
}

/** Runs a script on this Node that talks to the terminal itself. */
export const runOpenly = (args: readonly string[], env: Env): Promise<number> => exitCodeOf(start(args, env, 'inherit'));

/** The same beside others: each line says whose it is. */
export function runBeside(name: string, args: readonly string[], env: Env): Promise<number> {
  const child = start(args, env, 'pipe');
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface(stream).on('line', (line) => process.stdout.write(`${name} │ ${line}\n`));
  return exitCodeOf(child);
}

/** Ends the whole run, with what it has started. */
export function stopRunning(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
  process.exit(130);
}
