import type { Log } from '@selvedge/kernel/http/context.ts';
import { spokenAt, type Spoken } from './spoken-at.ts';

/** How long to wait before a node is asked again: ever longer until it answers, then every minute, since it may be replaced. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

export interface PeerSettings {
  /** Systems that another node hosts, with its address. */
  readonly peers: ReadonlyMap<string, string>;
  /** What this node speaks. */
  readonly own: Spoken;
  readonly log: Log;
  readonly firstWaitMs?: number;
  readonly longestWaitMs?: number;
}

export interface PeerWatch {
  /** Begins to ask, in the background. */
  start(): void;
  stop(): void;
  /** Systems whose node spoke another contract when it last answered. */
  differing(): readonly string[];
}

const inWords = ({ contractVersion, contractHash }: Spoken) => `${contractVersion} (${contractHash.slice(0, 12)})`;

/**
 * Compares the contract of this node with those of the others, from its start on, and logs when they differ
 * and when they agree again: events of another contract are parked, which somebody should know before the
 * first one is.
 */
export function watchPeers({ peers, own, log, firstWaitMs = FIRST_WAIT_MS, longestWaitMs = LONGEST_WAIT_MS }: PeerSettings): PeerWatch {
  const agrees = new Map<string, boolean>();
  const timers = new Map<string, NodeJS.Timeout>();
  let isStopped = false;

  const note = (system: string, url: string, spoken: Spoken) => {
    const isSame = spoken.contractHash === own.contractHash;
    if (agrees.get(system) === isSame) return;
    agrees.set(system, isSame);
    if (isSame) log.info({ system, url }, `The node of ${system} speaks the same contract as this one, ${inWords(own)}.`);
    else
      log.error(
        { system, url },
        `The node of ${system} at ${url} speaks contract ${inWords(spoken)} and this one ${inWords(own)}, so events between them are parked; start the same release of Selvedge on both.`,
      );
  };

  const ask = async (system: string, url: string, waitMs: number): Promise<void> => {
    const spoken = await spokenAt(url);
    if (isStopped) return;
    if (spoken) note(system, url, spoken);
    const next = spoken ? longestWaitMs : Math.min(waitMs * 2, longestWaitMs);
    // The process may end while it waits.
    timers.set(system, setTimeout(() => void ask(system, url, next), spoken ? longestWaitMs : waitMs).unref());
  };

  return {
    start: () => {
      for (const [system, url] of peers) void ask(system, url, firstWaitMs);
    },
    stop: () => {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
    differing: () => [...agrees].filter(([, isSame]) => !isSame).map(([system]) => system),
  };
}
