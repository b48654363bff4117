import { z } from 'zod';
import { defineView } from '@selvedge/kernel/view/define-view.ts';

/** What the last looks through every keyhole of this node found, newest first (QA-2). */
export const leakCertificates = defineView({
  name: 'leak-certificates',
  system: 'core',
  title: { en: 'Leak certificates', tr: 'Sızıntı belgeleri' },
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  run: async ({ tx, identity }, { limit }) => ({
    data: await tx.query(
      // What leaked names people and rows of every org: only the node's own administrators read that.
      `select id, at, systems, people, probes, seconds::float as seconds, jsonb_array_length(leaks) as "leakCount", case when $2 then leaks else '[]' end as leaks
       from kernel.leak_certificate order by at desc limit $1`,
      [limit, identity.isAdmin],
    ),
  }),
});
