import { z } from 'zod';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { inSpan, managedOrgs } from './parts.ts';

/** The orgs one manages, whatever the scope: there are few. */
export const orgs = defineView({
  name: 'orgs',
  system: 'core',
  title: { en: 'Organisations', tr: 'Şirketler' },
  query: z.object({}),
  run: async ({ tx, identity }) => {
    const managed = managedOrgs(
      identity,
      identity.orgs.map((org) => org.orgId),
    );
    const data = await tx.query(
      `select o.id, o.code, o.name, o.currency, o.time_zone as "timeZone", o.sender_email as "senderEmail", o.brand_color as "brandColor", o.price_stale_days as "priceStaleDays", trim_scale(o.allowed_discount_percent) as "allowedDiscountPercent", o.active,
         (select count(distinct g."user")::int from core_org_grant g where g.org = o.id and ${inSpan('g')}) as people
       from core_org o where o.id = any ($1::uuid[]) order by o.code`,
      [managed],
    );
    return { data };
  },
});
