import type { System } from '../api/types/shared.ts';
import { homeMe, systemsOf } from '../session/me.ts';
import { homeSystems } from '../session/nodes.ts';
import { setLiveState, type LiveState } from './live-state.ts';
import { watchSilence } from './silence.ts';
import { openStream, type StreamMessage } from './stream.ts';

type Listener = (message: StreamMessage) => void;
/** What the tabs of one browser tell each other. */
type TabMessage = { kind: 'message'; message: StreamMessage } | { kind: 'state'; state: LiveState } | { kind: 'ask-state' };

/**
 * A browser opens at most six connections to a host over HTTP/1.1, and people open many tabs.
 * So one tab holds the stream of a system and passes its messages on to the others; when it closes, the next takes over.
 */
class SharedStream {
  private readonly listeners = new Set<Listener>();
  private stop: (() => void) | null = null;
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    this.stop ??= this.start();
    return () => {
      this.listeners.delete(listener);
      // A page change unsubscribes and subscribes again at once; do not tear the stream down for that.
      setTimeout(() => {
        if (this.listeners.size > 0 || !this.stop) return;
        this.stop();
        this.stop = null;
        setLiveState(this.system, null);
      }, 5_000);
    };
  }

  private readonly tell = (message: StreamMessage): void => {
    for (const listener of this.listeners) listener(message);
  };

  private readonly note = (state: LiveState): void => setLiveState(this.system, state);

  private start(): () => void {
    const canShare = 'locks' in navigator && 'BroadcastChannel' in window;
    return canShare ? this.startShared() : openStream(this.system, this.tell, this.note);
  }

  private startShared(): () => void {
    const name = `selvedge.stream.${this.system}`;
    const channel = new BroadcastChannel(name);
    const post = (message: TabMessage) => channel.postMessage(message);
    const released = new AbortController();
    let ownState: LiveState | null = null;
    // A tab in the background may be frozen while it holds the stream; the others must notice.
    const silence = watchSilence(() => this.note({ kind: 'stale', since: silence.lastHeard() }));

    channel.onmessage = (event: MessageEvent<TabMessage>) => {
      const heard = event.data;
      if (heard.kind === 'ask-state') {
        if (ownState) post({ kind: 'state', state: ownState });
        return;
      }
      silence.heard();
      if (heard.kind === 'message') this.tell(heard.message);
      else this.note(heard.state);
    };
    this.note({ kind: 'connecting', since: null });
    post({ kind: 'ask-state' });

    const hold = () => {
      silence.stop();
      const close = openStream(
        this.system,
        (message) => {
          this.tell(message);
          post({ kind: 'message', message });
        },
        (state) => {
          ownState = state;
          this.note(state);
          post({ kind: 'state', state });
        },
      );
      return new Promise<void>((resolve) => {
        released.signal.addEventListener('abort', () => {
          close();
          resolve();
        });
      });
    };
    navigator.locks.request(name, { signal: released.signal }, hold).catch(() => undefined);
    return () => {
      released.abort();
      silence.stop();
      channel.close();
    };
  }
}

const streams: Record<System, SharedStream> = {
  crm: new SharedStream('crm'),
  wms: new SharedStream('wms'),
  core: new SharedStream('core'),
};

/** What a node has of its own shows in its own changes, and what crosses between systems in those it hosts and the person may open. */
function streamsOf(system: System): readonly System[] {
  const me = homeMe();
  if (system !== 'core' || !me) return [system];
  const open = systemsOf(me);
  return ['core', ...homeSystems().filter((hosted) => open.has(hosted))];
}

export function listenToSystem(system: System, listener: Listener): () => void {
  const stops = streamsOf(system).map((one) => streams[one].listen(listener));
  return () => {
    for (const stop of stops) stop();
  };
}
