import type { SystemContext } from '../system-transaction.ts';

/** What both sides of a mirror say of it. */
interface Mirror {
  /** The same on both sides, e.g. `stock`. */
  readonly name: string;
  readonly owner: string;
  readonly keeper: string;
  /** What the sequence of the events counts over that fill it. */
  readonly entity: string;
  /**
   * SQL that selects `entity_id`, `org_code` (`*` for the whole group) and `digest` of every entity. Both
   * sides make the digest from the same values in the same order.
   */
  readonly digests: string;
}

/** A mirror as its owner declares it. */
export interface OwnedMirror extends Mirror {
  /** Tells entities as they are now: events of the usual types, next in their sequence. */
  readonly tell: (context: SystemContext, entityIds: readonly string[]) => Promise<void>;
}

/** A mirror as the side declares it that keeps the copy. */
export type KeptMirror = Mirror;

/** One entity at its owner, and the last event told of it. */
export interface OwnedDigest {
  readonly entityId: string;
  readonly org: string;
  readonly digest: string;
  readonly sequence: number;
}

/** One entity at the keeper, and the last event applied of it; null what it has no row of. */
export interface KeptDigest {
  readonly entityId: string;
  readonly org: string | null;
  readonly digest: string | null;
  readonly sequence: number;
}
