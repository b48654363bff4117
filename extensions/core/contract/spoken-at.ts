import { z } from 'zod';

/** Milliseconds the other node may take to say what it speaks. */
const TIMEOUT_MS = 2_000;

const health = z.object({ contractVersion: z.string(), contractHash: z.string() });

/** Version and hash of the contract that a node speaks. */
export type Spoken = z.infer<typeof health>;

/** What the node at an address says it speaks; null where it does not answer. */
export async function spokenAt(url: string): Promise<Spoken | null> {
  try {
    const response = await fetch(new URL('/kernel/health', url), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return health.parse(await response.json());
  } catch {
    return null;
  }
}
