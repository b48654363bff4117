import { spawn } from 'node:child_process';

const heartbeatMs = 10_000;

/**
 * Runs a command that may take minutes: says that it began, that it still goes on, and how long it took.
 * @returns {Promise<{ code: number, output: string }>} all it printed, for whoever has to explain a failure
 */
export function runVisibly(title, command, args, options = {}) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  process.stdout.write(`${title} …\n`);
  const heartbeat = setInterval(() => process.stdout.write(`  still at it (${seconds()} s)\n`), heartbeatMs);
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['inherit', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    const finish = (code, signal) => {
      clearInterval(heartbeat);
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      if (signal) {
        process.stdout.write('Stopped.\n');
        process.exit(130);
      }
      if (code === 0) process.stdout.write(`${title}: done in ${seconds()} s\n`);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.once('close', finish);
  });
}
