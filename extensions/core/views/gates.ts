import { z } from 'zod';
import { PERMISSION_KEYS } from '@selvedge/directus/access/permission-keys.ts';
import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { allOrFirstError, type Row } from '@selvedge/kernel/database/transaction.ts';
import { policyInForce } from '@selvedge/kernel/gate/in-force.ts';
import { holdsKey } from '@selvedge/kernel/identity/identity.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { factsOf, KIND_WORDS } from '@selvedge/rules/fact-kinds.ts';
import { gateNames, gates as allGates } from '@selvedge/rules/index.ts';
import { operators } from '@selvedge/rules/operators.ts';
import { addedByProduct, casesOf, gateNamed } from '../gates/known-gates.ts';
import { gateName } from '../gates/policy-versions.ts';
import { onePolicyOrg, policyOrgs } from './gate-parts.ts';
import { personName } from './parts.ts';
import { stepsOf } from './policy-steps.ts';

interface VersionRow extends Row {
  id: string;
  org: string;
  gate: string;
  version: number;
  state: string;
  definition: string;
  effectiveFrom: Date | null;
  publishedByName: string | null;
}

/** Every gate in every org of the scope: by which policy it judges now, and what is being written. */
export const gateList = defineView({
  name: 'gates',
  system: 'core',
  title: { en: 'Gates and their policies', tr: 'Geçitler ve kuralları' },
  query: z.object({}),
  run: async (context) => {
    const { tx, identity, node, now } = context;
    const orgIds = policyOrgs(context);
    const versions = await tx.query<VersionRow>(
      `select p.id, p.org, p.gate, p.version, p.state, p.effective_from as "effectiveFrom", ${personName('u')} as "publishedByName"
       from core_gate_policy p left join directus_users u on u.id = p.published_by where p.org = any ($1::uuid[]) and p.state <> 'retired'`,
      [orgIds],
    );
    const data = orgIds.flatMap((orgId) =>
      gateNames.map((gate) => {
        const own = versions.filter((one) => one.org === orgId && one.gate === gate);
        const inForce = own.find((one) => one.id === policyInForce(identity, orgId, gate));
        const count = (isOne: (one: VersionRow) => boolean) => own.filter(isOne).length;
        return {
          id: `${orgId} ${gate}`,
          orgId,
          org: identity.orgs.find((one) => one.orgId === orgId)?.orgCode,
          gate,
          title: allGates[gate].policy.title,
          system: node.gates.get(gate)?.system ?? null,
          inForce: {
            policy: inForce?.id ?? null,
            version: inForce?.version ?? allGates[gate].policy.version,
            effectiveFrom: inForce?.effectiveFrom ?? null,
            publishedByName: inForce?.publishedByName ?? null,
          },
          drafts: count((one) => one.state === 'draft'),
          inReview: count((one) => one.state === 'in_review'),
          scheduled: count((one) => one.state === 'published' && one.effectiveFrom !== null && one.effectiveFrom > now),
        };
      }),
    );
    return { data };
  },
});

/** One gate in one org, with all that an editor of its policy needs. */
export const gateDetail = defineView({
  name: 'gate',
  system: 'core',
  title: { en: 'A gate and its versions', tr: 'Bir geçit ve sürümleri' },
  query: z.object({ gate: gateName }),
  run: async (context, query) => {
    const { tx, identity, node, now } = context;
    const orgId = onePolicyOrg(context);
    const { name, policy, factsSchema } = gateNamed(query.gate);
    const [cases, versions] = await allOrFirstError([
      casesOf(tx, name),
      tx.query<VersionRow>(
        `select p.id, p.version, p.state, p.definition, p.cases, p.note, ${personName('a')} as "authorName", coalesce(p.author = $3, false) as "isMine", p.created_at as "createdAt",
           p.submitted_at as "submittedAt", ${personName('b')} as "publishedByName", p.published_at as "publishedAt", p.effective_from as "effectiveFrom",
           p.retired_at as "retiredAt", p.reason
         from core_gate_policy p left join directus_users a on a.id = p.author left join directus_users b on b.id = p.published_by
         where p.org = $1 and p.gate = $2 order by p.version desc limit 200`,
        [orgId, name, identity.userId],
      ),
    ]);
    const steps = await stepsOf(
      tx,
      versions.map((one) => one.id),
    );
    const inForce = policyInForce(identity, orgId, name);
    return {
      data: {
        id: `${orgId} ${name}`,
        gate: name,
        orgId,
        org: identity.orgs.find((one) => one.orgId === orgId)?.orgCode,
        title: policy.title,
        system: node.gates.get(name)?.system ?? null,
        overrideKey: policy.overrideKey,
        facts: factsOf(factsSchema),
        operators: Object.fromEntries(Object.entries(operators).map(([operator, { words, takes }]) => [operator, { words, takes }])),
        kindWords: KIND_WORDS,
        roles: ROLES,
        keys: Object.keys(PERMISSION_KEYS),
        commands: node.commandNames,
        base: policy,
        cases: cases.map((one) => ({ id: `${one.theme}/${one.name}`, facts: one.facts, unmet: one.unmet, overridable: one.overridable })),
        versions: versions.map((one) => ({
          ...one,
          isInForce: one.id === inForce,
          addedByProduct: addedByProduct(name, one.definition),
          steps: steps.get(one.id) ?? [],
          isScheduled: one.state === 'published' && one.effectiveFrom !== null && one.effectiveFrom > now,
        })),
        inForce: { policy: inForce, version: versions.find((one) => one.id === inForce)?.version ?? policy.version },
        mayEdit: holdsKey(identity, orgId, 'gates:edit'),
        mayPublish: holdsKey(identity, orgId, 'gates:publish'),
      },
    };
  },
});
