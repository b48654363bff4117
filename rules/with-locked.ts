import { isDeepStrictEqual } from 'node:util';
import type { Policy, Requirement } from './policy.ts';

/** A policy as it counts, and what the product put into it. */
export interface PolicyInForce {
  readonly policy: Policy;
  /** Codes of the product's locked requirements that the text itself lacks or says otherwise. */
  readonly added: readonly string[];
}

/**
 * What an organisation's version amounts to: its own text, and every requirement that the product locks. A version was
 * held to the locked requirements of its day when it was published; what the product locks later counts in it all
 * the same, for a lock that waits for the next version would be none.
 * @param shipped the product's own policy of the gate
 * @source docs/decisions/0078-locks-reach-published-versions.md
 */
export function withLocked(own: Policy, shipped: Policy): PolicyInForce {
  const said = new Map(own.requirements.map((one) => [one.code, one]));
  const added = shipped.requirements.filter((one) => one.locked && !isDeepStrictEqual(said.get(one.code), one));
  if (added.length === 0) return { policy: own, added: [] };
  const product = new Map<string, Requirement>(added.map((one) => [one.code, one]));
  const kept = own.requirements.map((one) => product.get(one.code) ?? one);
  const policy = {
    ...own,
    // A lock that can be overridden is lifted as the policy says that has it.
    overrideKey: shipped.overrideKey,
    bulkOverride: shipped.bulkOverride,
    requirements: [...kept, ...added.filter((one) => !said.has(one.code))],
  };
  return { policy, added: [...product.keys()] };
}
