import { z } from 'zod';
import type { Tx } from '../database/transaction.ts';
import type { Identity } from '../identity/identity.ts';
import type { Gate } from './decision.ts';

/** Gates kept ready; an org rarely has more than a few of its own. */
const MAX_READY = 1_000;

/** Gates by the id of the published version they judge by: what is published never changes. */
const ready = new Map<string, Gate<unknown>>();

/** The org's own version of a gate's policy that counts now, as the opening of this request found it; null for the default. */
export const policyInForce = (identity: Identity, orgId: string, gate: string): string | null =>
  identity.orgs.find((org) => org.orgId === orgId)?.policies[gate] ?? null;

const objectSchema = z.record(z.string(), z.unknown());

/** The policy that a version's text holds, under the version's own number. */
export const policyOf = (definition: string, version: number): Record<string, unknown> => ({ ...objectSchema.parse(JSON.parse(definition)), version });

/**
 * A gate by one published version of its policy.
 * @throws Error when the version is not there or does not parse: nothing passes then
 */
export async function gateOf(tx: Tx, gate: Gate<unknown>, policy: string | null): Promise<Gate<unknown>> {
  if (policy === null) return gate;
  const known = ready.get(policy);
  if (known) return known;
  const { definition, version } = await tx.one<{ definition: string; version: number }>('select definition, version from core_gate_policy where id = $1', [
    policy,
  ]);
  const built = gate.withPolicy(policyOf(definition, version));
  ready.set(policy, built);
  const [oldest] = ready.keys();
  if (ready.size > MAX_READY && oldest !== undefined) ready.delete(oldest);
  return built;
}
