import type { GateView, Policy, PolicyVersion } from '../../../api/types/rules.ts';
import { readPolicy } from './read-policy.ts';

export const versionOf = (gate: GateView, id: string | null): PolicyVersion | null => gate.versions.find((one) => one.id === id) ?? null;

/** The text of a version as people edit it; of none, the default's. */
export const textOf = (gate: GateView, version: PolicyVersion | null): string => version?.definition ?? JSON.stringify(gate.base, null, 2);

/** A stored version was checked before it was published; a draft may not be readable. */
export const policyOf = (gate: GateView, version: PolicyVersion | null): Policy | null =>
  version === null ? gate.base : readPolicy(version.definition);

export const inForceOf = (gate: GateView): Policy => policyOf(gate, versionOf(gate, gate.inForce.policy)) ?? gate.base;

/** What waits to be judged or finished, newest first. */
export const openVersions = (gate: GateView): PolicyVersion[] =>
  gate.versions.filter((one) => one.state === 'draft' || one.state === 'in_review');
