import { readAs } from '../identity/read-as.ts';
import { callerOf } from './caller.ts';
import type { Runtime } from './context.ts';
import type { Router } from './router.ts';

export interface NodeFacts {
  readonly systems: readonly string[];
  readonly crmUrl: string;
  readonly wmsUrl: string;
  readonly contractVersion: string;
  readonly contractHash: string;
}

/** Who am I, is this node well, and where is the other one. */
export function mountKernel(router: Router, runtime: Runtime, facts: NodeFacts): void {
  router.on('GET', '/kernel/health', async () => {
    await runtime.pool.query('select 1');
    return { status: 200, body: { status: 'ok', systems: facts.systems, contractVersion: facts.contractVersion, contractHash: facts.contractHash } };
  });

  router.on('GET', '/kernel/me', async ({ raw }) => {
    const caller = await callerOf(raw, runtime);
    const body = await readAs(runtime, caller, async (tx, identity) => {
      const { own } = await tx.one<{ own: boolean }>('select tfa_secret is not null as own from directus_users where id = $1', [identity.userId]);
      const orgs = await tx.query<{ id: string; name: string; currency: string; time_zone: string; brand_color: string | null }>(
        'select id, name, currency, time_zone, brand_color from core_org',
      );
      const named = new Map(orgs.map((org) => [org.id, org]));
      return {
        user: { id: identity.userId, email: identity.email, name: identity.name, language: identity.language },
        isAdmin: identity.isAdmin,
        hasSecondStep: own,
        systems: facts.systems,
        orgs: identity.orgs.map(({ orgId, orgCode, roles, keys }) => {
          const org = named.get(orgId);
          if (!org) throw new Error(`${identity.email} holds a grant in ${orgCode}, whose row in core_org it cannot read`);
          const { name, currency, time_zone: timeZone, brand_color: brandColor } = org;
          return { id: orgId, code: orgCode, name, currency, timeZone, brandColor, roles, keys: [...keys] };
        }),
      };
    });
    return { status: 200, body };
  });
}
