import type { z } from 'zod';
import { PERMISSION_KEYS } from '@selvedge/directus/access/permission-keys.ts';
import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { checkPolicy } from '@selvedge/rules/check-policy.ts';
import { gates, type GateName } from '@selvedge/rules/index.ts';
import type { ownCasesSchema } from '@selvedge/rules/own-cases.ts';
import type { Policy } from '@selvedge/rules/policy.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';

/** Names that a policy may use; of commands, those that the defaults lead to. */
const known = {
  roles: ROLES,
  keys: Object.keys(PERMISSION_KEYS),
  commands: Object.values(gates).flatMap(({ policy }) => policy.requirements.flatMap(({ command }) => command ?? [])),
};

/** What is wrong with a version of a gate's policy, given as JSON text or as what to write as such. */
export const check = (name: GateName, raw: unknown, own?: Partial<z.input<typeof ownCasesSchema>> | string) =>
  checkPolicy({
    raw: typeof raw === 'string' ? raw : JSON.stringify(raw),
    rawCases: typeof own === 'object' ? JSON.stringify(own) : own,
    gate: { name, factsSchema: gates[name].factsSchema, cases: readCases(name) },
    base: gates[name].policy,
    known,
  });

/** The same in short: `LOCKED_EDITED requirements.3.condition`. */
export const told = async (...args: Parameters<typeof check>) => (await check(...args)).map(({ code, path }) => `${code} ${path}`);

/** A policy with one requirement changed. */
export const changed = (policy: Policy, code: string, change: object): Policy => ({
  ...policy,
  requirements: policy.requirements.map((one) => (one.code === code ? { ...one, ...change } : one)),
});
