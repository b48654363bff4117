/** Where progress goes; tests that start a stack quietly pass `silentProgress`. */
export interface Progress {
  line(text: string): void;
  /** Runs `work`, saying before that it began and after how long it took. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
}

export const consoleProgress: Progress = {
  line: (text) => {
    process.stdout.write(`${text}\n`);
  },
  step: async (title, work) => {
    const startedAt = performance.now();
    process.stdout.write(`${title} …\n`);
    const value = await work();
    const seconds = (performance.now() - startedAt) / 1000;
    // A step that took no time needs no second line.
    if (seconds >= 1) process.stdout.write(`${title}: done in ${seconds.toFixed(1)} s\n`);
    return value;
  },
};

export const silentProgress: Progress = {
  line: () => undefined,
  step: (_title, work) => work(),
};
