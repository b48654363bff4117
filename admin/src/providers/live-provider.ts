import type { LiveProvider } from '@refinedev/core';
import type { HostedSystem } from '../session/nodes.ts';
import { systemOf } from './system-of.ts';
import { listenToSystem } from '../live/shared-stream.ts';

const QUIET_MS = 350;
const LONGEST_MS = 1_500;

/** Runs `act` once a burst of calls is over, and at the latest after LONGEST_MS. */
function afterBurst(act: () => void): { call: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstAt = 0;
  return {
    call() {
      const now = Date.now();
      if (timer === undefined) firstAt = now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          timer = undefined;
          act();
        },
        Math.max(0, Math.min(QUIET_MS, firstAt + LONGEST_MS - now)),
      );
    },
    cancel: () => clearTimeout(timer),
  };
}

/** Anything that changed in a system may change what a view of it shows; the org filter is the server's. */
export const liveProvider: LiveProvider = {
  subscribe({ channel, params, callback }) {
    const resource = channel.replace(/^resources\//, '');
    // Of another node's own, what crosses shows in the changes of the system it hosts.
    const coreNode = (params?.['meta'] as { coreNode?: HostedSystem | null } | undefined)?.coreNode;
    const system = coreNode ?? systemOf(resource.split('/')[0]);
    const burst = afterBurst(() => callback({ channel, type: '*', payload: {}, date: new Date() }));
    const stop = listenToSystem(system, () => burst.call());
    return () => {
      burst.cancel();
      stop();
    };
  },
  unsubscribe: (stop: () => void) => stop(),
};
