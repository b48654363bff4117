import { z } from 'zod';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { orgsWithKey } from './orgs-with-key.ts';

/** The webhook secrets and event keys of this node, the newest first: everything but the secrets themselves. */
export const secrets = defineView({
  name: 'secrets',
  system: 'core',
  title: { en: 'Secrets and keys', tr: 'Anahtarlar' },
  query: z.object({}),
  run: async (context) => {
    orgsWithKey(context, 'secrets:manage');
    const data = await context.tx.query(
      `select id, kind, source, target, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt",
         case when revoked_at is not null then 'revoked' when expires_at <= $1 then 'expired' when expires_at is not null then 'ending' else 'active' end as status
       from kernel.webhook_secret order by kind, source, target, created_at desc limit 200`,
      [context.now],
    );
    return { data, nextCursor: null };
  },
});
