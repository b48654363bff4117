import type { BenchWorld } from './bench-world.ts';
import { call, load } from './load.ts';
import { number } from './report.ts';

/** Requests a second that a plain Directus endpoint did where the absolute targets were set. */
const REFERENCE_PER_SECOND = 390;

/** This machine, known by what the same endpoint does on it in the same run (ADR 0025). */
export interface Machine {
  readonly endpointPerSecond: number;
  /** A target of so many a second, as it reads here. */
  target(perSecond: number): { readonly perSecond: number; readonly text: string };
}

/** One transaction with an outbox row, as an ordinary Directus endpoint. */
export const askEndpoint =
  (world: BenchWorld, url: string) =>
  (n: number): Promise<string> =>
    call({ url, method: 'POST', headers: { authorization: `Bearer ${world.salesToken}` }, body: JSON.stringify({ n }) });

/** @returns requests a second that the endpoint answers 8 clients */
export async function plainEndpoint(world: BenchWorld, url: string, total = 1_500): Promise<number> {
  const ask = askEndpoint(world, url);
  await load(8, 200, ask);
  return (await load(8, total, ask)).perSecond;
}

export const machineWith = (endpointPerSecond: number): Machine => ({
  endpointPerSecond,
  target: (perSecond) => {
    const here = (perSecond * endpointPerSecond) / REFERENCE_PER_SECOND;
    return {
      perSecond: here,
      text: `≥ ${number(here)}/s (${number(perSecond)}/s where a plain endpoint does ${REFERENCE_PER_SECOND}/s, here ${number(endpointPerSecond)}/s)`,
    };
  },
});

/** A measure between two of the endpoint, whose middle is the machine's speed meanwhile. */
export async function besideEndpoint<T>(world: BenchWorld, url: string, measure: () => Promise<T>): Promise<{ measured: T; machine: Machine }> {
  const before = await plainEndpoint(world, url, 800);
  const measured = await measure();
  const after = await plainEndpoint(world, url, 800);
  return { measured, machine: machineWith((before + after) / 2) };
}
