import { createServer } from 'node:net';
import { StartRefused } from './start-refused.ts';

const host = '127.0.0.1';

/** @returns the port that was taken, or undefined when it is in use */
function take(port: number): Promise<{ port: number; release: () => Promise<void> } | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else if (error.code === 'EACCES')
        reject(new StartRefused(`Port ${port} needs more rights than this user has; choose one above 1023.`));
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const release = () => new Promise<void>((done) => server.close(() => done()));
      resolve({ port, release });
    });
  });
}

/**
 * @param wanted  port by the name of the setting that changes it
 * @throws StartRefused for the first port that two settings want, or that is in use
 */
export async function requireFreePorts(wanted: Readonly<Record<string, number>>): Promise<void> {
  const wantedBy = new Map<number, string>();
  for (const [setting, port] of Object.entries(wanted)) {
    const other = wantedBy.get(port);
    if (other !== undefined)
      throw new StartRefused(`Port ${port} is wanted by ${other} and by ${setting}; choose another for one of them.`);
    wantedBy.set(port, setting);
  }
  for (const [setting, port] of Object.entries(wanted)) {
    const taken = await take(port);
    if (!taken) throw new StartRefused(`Port ${port} is in use by another program; stop it or set ${setting}.`);
    await taken.release();
  }
}

/**
 * Below what systems give to outgoing connections (from 32768 on Linux, from 49152 elsewhere): such a connection could
 * take a port that was found free before somebody listens there, or while a node that is killed starts again. And above
 * 10080, the last that browsers refuse.
 */
const FIRST = 10_100;
const END = 32_768;
/** Each process looks at every so many-th port, so that two that start at once hardly find the same. */
const STRIDE = 16;
const MOST_TRIES = 500;

const anyPort = () => FIRST + (process.pid % STRIDE) + STRIDE * Math.floor(Math.random() * Math.floor((END - FIRST) / STRIDE));

/** Finds ports nobody uses. All are held until the last is found, so that none comes twice. */
export async function findFreePorts(count: number): Promise<number[]> {
  const held = [];
  for (let tries = 0; held.length < count && tries < MOST_TRIES; tries += 1) {
    const taken = await take(anyPort());
    if (taken) held.push(taken);
  }
  await Promise.all(held.map((one) => one.release()));
  if (held.length < count) throw new StartRefused('No free TCP port is left on this machine; stop some programs and try again.');
  return held.map((one) => one.port);
}
