/** Two and a half pings of the server: one may be late, two missing are no accident. */
export const SILENT_AFTER_MS = 40_000;

export interface SilenceWatch {
  /** A sign of life: the waiting starts anew. */
  heard: () => void;
  stop: () => void;
  /** Milliseconds since 1970 of the last sign of life; null before the first. */
  lastHeard: () => number | null;
}

/** Calls `onSilent` when nothing was heard for SILENT_AFTER_MS: a dead network does not always end a connection. */
export function watchSilence(onSilent: () => void): SilenceWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at: number | null = null;
  return {
    heard() {
      at = Date.now();
      clearTimeout(timer);
      timer = setTimeout(onSilent, SILENT_AFTER_MS);
    },
    stop: () => clearTimeout(timer),
    lastHeard: () => at,
  };
}
