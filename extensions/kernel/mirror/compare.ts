import type { KeptDigest, OwnedDigest } from './mirror.ts';

export interface Difference {
  readonly entityId: string;
  readonly org: string;
  readonly kind: 'differs' | 'missing' | 'surplus';
  readonly ownerDigest: string | null;
  readonly mirrorDigest: string | null;
}

export interface Comparison {
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** Entities whose latest event the keeper has not applied: they are not compared, their difference is on its way. */
  readonly inFlight: readonly string[];
}

/** Compares what the owner has with what the mirror holds. */
export function compareDigests(owned: readonly OwnedDigest[], kept: readonly KeptDigest[]): Comparison {
  const copies = new Map(kept.map((copy) => [copy.entityId, copy]));
  const differences: Difference[] = [];
  const inFlight: string[] = [];
  for (const { entityId, org, digest, sequence } of owned) {
    const copy = copies.get(entityId);
    copies.delete(entityId);
    if ((copy?.sequence ?? 0) !== sequence) inFlight.push(entityId);
    else if (copy?.digest !== digest)
      differences.push({ entityId, org, kind: copy?.digest ? 'differs' : 'missing', ownerDigest: digest, mirrorDigest: copy?.digest ?? null });
  }
  const surplus = [...copies.values()].filter((copy) => copy.digest !== null);
  for (const { entityId, org, digest } of surplus) differences.push({ entityId, org: org ?? '*', kind: 'surplus', ownerDigest: null, mirrorDigest: digest });
  return { compared: owned.length + surplus.length, differences, inFlight };
}
