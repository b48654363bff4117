import { z } from 'zod';
import { REASON_SIDES } from '@selvedge/directus/model/core/override-reason.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { gateNames, gates } from '@selvedge/rules/index.ts';

/** Why gates may be overridden, as the orgs of the scope list it; of the sides that this node hosts. */
export const overrideReasons = defineView({
  name: 'override-reasons',
  system: 'core',
  title: { en: 'Override reasons', tr: 'Aşma gerekçeleri' },
  query: z.object({ side: z.enum(REASON_SIDES).optional(), active: z.enum(['true', 'false']).optional() }),
  run: async ({ tx, node, orgIds }, query) => {
    const hosted = [...node.inboxes.keys()];
    const rows = await tx.query(
      `select r.id, r.org as "orgId", o.code as org, r.side, r.gate, r.code, r.label_en as "labelEn", r.label_tr as "labelTr", r.active, r.position
       from core_override_reason r join core_org o on o.id = r.org
       where r.org = any ($1::uuid[]) and r.side = any ($2) and ($3::text is null or r.side = $3) and ($4::boolean is null or r.active = $4)
       order by o.code, r.side, r.position, r.code`,
      [orgIds, hosted, query.side ?? null, query.active ?? null],
    );
    return { data: rows };
  },
});

/** The gates that a reason may be listed for: those of this node's sides that somebody may override. */
export const overridableGates = defineView({
  name: 'overridable-gates',
  system: 'core',
  title: { en: 'Gates that can be overridden', tr: 'Aşılabilen geçitler' },
  query: z.object({}),
  run: ({ node }) => {
    const data = gateNames.flatMap((gate) => {
      const hosted = node.gates.get(gate);
      return hosted?.binding.gate.overrideKey ? [{ id: gate, side: hosted.system, title: gates[gate].policy.title }] : [];
    });
    return Promise.resolve({ data });
  },
});
