/** One look through one keyhole. */
export interface Probe {
  /** Who, what and how: enough to repeat it by hand. */
  readonly name: string;
  /** @returns what leaked, or null */
  readonly look: () => Promise<string | null>;
}

export interface Findings {
  readonly probes: number;
  readonly leaks: readonly { readonly probe: string; readonly leak: string }[];
}

/** What went wrong, with what caused it: "fetch failed" alone helps nobody. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${reasonOf(error.cause)})`;
}

/** Runs probes, some at a time. A probe that fails to run counts as a leak: what was not seen is not safe. */
export async function run(probes: readonly Probe[], atOnce = 6, tell: (done: number) => void = () => undefined): Promise<Findings> {
  const leaks: { probe: string; leak: string }[] = [];
  let next = 0;
  const work = async () => {
    for (let i = next++; i < probes.length; i = next++) {
      const { name, look } = probes[i] as Probe;
      const leak = await look().catch((error: unknown) => `the probe failed: ${reasonOf(error)}`);
      if (leak !== null) leaks.push({ probe: name, leak });
      tell(i + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { probes: probes.length, leaks };
}
