import type { Child, ChildSpec } from './child.ts';
import type { Supervisor } from './supervise.ts';

/** A node or worker that can be killed and started again; tests of crashes live from that. */
export interface StackProcess {
  readonly name: string;
  /** Of the process that runs now; changes with a restart. */
  readonly pid: number;
  /** Stops it if it runs, starts it with the same environment, and waits until it is ready. */
  readonly restart: () => Promise<void>;
  /**
   * The same, for a process that is meant to die at a named step: it may reach that before it is ready, since a worker
   * delivers what lies in the outbox as soon as it can. Returns when it is ready or has ended.
   * @param faultPoint  see SELVEDGE_TEST_FAULT_POINT
   */
  readonly restartToFail: (faultPoint: string) => Promise<void>;
  /** Waits until it has ended by itself. */
  readonly end: () => Promise<void>;
  /** Sends the signal and waits for the end. It stays down until `restart`. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
}

export type ReadyCheck = (child: Child) => boolean | Promise<boolean>;

export async function startStackProcess(supervisor: Supervisor, spec: ChildSpec, isReady: ReadyCheck): Promise<StackProcess> {
  let child = await supervisor.start(spec, isReady);
  const restart = async (extraEnv: Readonly<Record<string, string>>, isUp: ReadyCheck) => {
    if (!child.hasEnded) await supervisor.stop(child);
    child = await supervisor.start({ ...spec, env: { ...spec.env, ...extraEnv } }, isUp);
  };
  return {
    name: spec.name,
    get pid() {
      return child.pid;
    },
    restart: () => restart({}, isReady),
    restartToFail: (faultPoint) => restart({ SELVEDGE_TEST_FAULT_POINT: faultPoint }, (one) => one.hasEnded || isReady(one)),
    end: async () => {
      await child.ended;
    },
    kill: async (signal = 'SIGKILL') => {
      supervisor.kill(child, signal);
      await child.ended;
    },
  };
}

/** Directus answers `pong` once it takes requests. */
export async function answersPing(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/server/ping`, { signal: AbortSignal.timeout(2_000) });
    return (await response.text()) === 'pong';
  } catch {
    return false;
  }
}
