import { PERMISSION_KEYS } from '@selvedge/directus/access/permission-keys.ts';
import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { notFound } from '@selvedge/kernel/errors.ts';
import type { HostedNode } from '@selvedge/kernel/node.ts';
import { checkPolicy } from '@selvedge/rules/check-policy.ts';
import { gates, gateNames, type GateName } from '@selvedge/rules/index.ts';
import { policySchema, type Policy } from '@selvedge/rules/policy.ts';
import type { PolicyProblem } from '@selvedge/rules/policy-problem.ts';
import type { GateCase } from '@selvedge/rules/read-cases.ts';
import { withLocked } from '@selvedge/rules/with-locked.ts';

export const isGate = (name: string): name is GateName => (gateNames as readonly string[]).includes(name);

/** @throws Refusal NOT_FOUND for a gate that does not exist */
export function gateNamed(name: string): (typeof gates)[GateName] & { readonly name: GateName } {
  if (!isGate(name)) throw notFound();
  return { ...gates[name], name };
}

/** Gates that a command of this node passes, and those whose command is still to come; the others belong to the other node. */
export const gatesHere = (node: HostedNode, elsewhere: readonly string[]): GateName[] =>
  gateNames.filter((name) => node.gates.has(name) || !elsewhere.includes(name));

export const knownNames = (node: HostedNode) => ({ roles: ROLES, keys: Object.keys(PERMISSION_KEYS), commands: node.commandNames });

/** The cases that came with a gate's default, as the node keeps them since its start. */
export async function casesOf(tx: Tx, gate: GateName): Promise<readonly GateCase[]> {
  const { cases } = await tx.one<{ cases: readonly GateCase[] }>('select cases from kernel.gate_default where gate = $1 and version = $2', [
    gate,
    gates[gate].policy.version,
  ]);
  return cases;
}

/** The policy that a text is; null while it is none yet. */
export function readPolicy(definition: string): Policy | null {
  try {
    return policySchema.safeParse(JSON.parse(definition)).data ?? null;
  } catch {
    return null;
  }
}

/** Locked requirements that the product adds to a version, or puts right in it, by their codes. */
export function addedByProduct(gate: GateName, definition: string): readonly string[] {
  const own = readPolicy(definition);
  return own === null ? [] : withLocked(own, gates[gate].policy).added;
}

/** Everything that is wrong with a version somebody wrote for a gate. */
export async function problemsOf(tx: Tx, node: HostedNode, gate: GateName, definition: string, cases: string | null): Promise<PolicyProblem[]> {
  const { factsSchema, policy } = gates[gate];
  return checkPolicy({
    raw: definition,
    ...(cases !== null && { rawCases: cases }),
    gate: { name: gate, factsSchema, cases: await casesOf(tx, gate) },
    base: policy,
    known: knownNames(node),
  });
}
