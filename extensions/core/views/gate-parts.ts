import { z } from 'zod';
import { invalidInput, permissionRequired } from '@selvedge/kernel/errors.ts';
import type { Gate } from '@selvedge/kernel/gate/decision.ts';
import { policyOf } from '@selvedge/kernel/gate/in-force.ts';
import { holdsKey, type Identity } from '@selvedge/kernel/identity/identity.ts';
import type { ViewContext } from '@selvedge/kernel/view/define-view.ts';
import { MAX_POLICY_BYTES } from '@selvedge/rules/check-policy.ts';

/** Whoever may write or publish policies reads them with their decisions; whoever gives these keys does, too. */
const READS = ['gates:edit', 'gates:publish', 'access:manage'];

/**
 * Of the orgs in scope, those whose policies the person may read.
 * @throws Refusal PERMISSION_REQUIRED when it is none of them
 */
export function policyOrgs({ identity, orgIds }: { identity: Identity; orgIds: readonly string[] }): readonly string[] {
  const found = orgIds.filter((org) => READS.some((key) => holdsKey(identity, org, key)));
  if (found.length === 0) throw permissionRequired('gates:edit');
  return found;
}

/**
 * The one org that a question about a gate is about.
 * @throws Refusal INVALID_INPUT over all orgs, PERMISSION_REQUIRED
 */
export function onePolicyOrg(context: Pick<ViewContext, 'identity' | 'orgIds'>): string {
  const [org, ...others] = policyOrgs(context);
  if (org === undefined || others.length > 0)
    throw invalidInput([
      {
        path: 'scope',
        message: 'a gate is looked at in one organisation; name it in org.',
        messageTr: 'bir geçide tek bir şirkette bakılır; org ile belirtin.',
      },
    ]);
  return org;
}

export const definitionText = z.string().max(MAX_POLICY_BYTES);

/**
 * A gate by a text that somebody is still writing.
 * @throws Refusal INVALID_INPUT when it is no policy yet
 */
export function draftOf(gate: Gate<unknown>, definition: string): Gate<unknown> {
  try {
    return gate.withPolicy(policyOf(definition, 1));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw invalidInput([{ path: 'definition', message: `is no policy yet: ${why}`, messageTr: `henüz bir kural değil: ${why}` }]);
  }
}
