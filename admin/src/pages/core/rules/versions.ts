import type { GateView, Policy, PolicyVersion } from '../../../api/types/rules.ts';
import { readPolicy } from './read-policy.ts';

export const versionOf = (gate: GateView, id: string | null): PolicyVersion | null => gate.versions.find((one) => one.id === id) ?? null;

/** The text of a version as people edit it; of none, the default's. */
export const textOf = (gate: GateView, version: PolicyVersion | null): string => version?.definition ?? JSON.stringify(gate.base, null, 2);

/** A stored version was checked before it was published; a draft may not be readable. */
export const policyOf = (gate: GateView, version: PolicyVersion | null): Policy | null =>
  version === null ? gate.base : readPolicy(version.definition);

/** A version as it judges: its text, with what the product locked since. */
export function countingPolicy(gate: GateView, version: PolicyVersion | null): Policy | null {
  const own = policyOf(gate, version);
  const added = version?.addedByProduct ?? [];
  if (own === null || added.length === 0) return own;
  const product = gate.base.requirements.filter((one) => added.includes(one.code));
  const kept = own.requirements.map((one) => product.find(({ code }) => code === one.code) ?? one);
  return { ...own, requirements: [...kept, ...product.filter((one) => !kept.includes(one))] };
}

export const inForceOf = (gate: GateView): Policy => countingPolicy(gate, versionOf(gate, gate.inForce.policy)) ?? gate.base;

/** What waits to be judged or finished, newest first. */
export const openVersions = (gate: GateView): PolicyVersion[] =>
  gate.versions.filter((one) => one.state === 'draft' || one.state === 'in_review');
