import { z } from 'zod';
import { chainHeads } from '@selvedge/kernel/audit/heads.ts';
import { GROUP_CHAIN } from '@selvedge/kernel/audit/chain.ts';
import { verifyChains } from '@selvedge/kernel/audit/verify.ts';
import type { Row } from '@selvedge/kernel/database/transaction.ts';
import { defineView, type View } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { instant } from '../input.ts';
import { ofOrgs, orgsWithKey } from './orgs-with-key.ts';

const AUDIT_KEY = 'access:manage';
const personName = (alias: string) => `nullif(concat_ws(' ', ${alias}.first_name, ${alias}.last_name), '')`;

/** Who did what to what and why, newest first. */
const audit = defineView({
  name: 'audit',
  system: 'core',
  title: { en: 'Audit', tr: 'Denetim izi' },
  query: z.object({
    ...pageFields,
    /** A person's id, or `system`. */
    actor: z.string().max(80).optional(),
    command: z.string().max(80).optional(),
    subjectType: z.string().max(80).optional(),
    subjectId: z.string().max(80).optional(),
    requestId: z.string().max(80).optional(),
    from: instant.optional(),
    to: instant.optional(),
    q: z.string().trim().max(100).optional(),
  }),
  run: async (context, input) => {
    const orgIds = orgsWithKey(context, AUDIT_KEY);
    const [before] = input.cursor ? decodeCursor(input.cursor, 1) : [null];
    const rows = await context.tx.query<Row & { id: number }>(
      `select a.id, o.code as org, a.at, a.actor, ${personName('u')} as "actorName", ${personName('b')} as "onBehalfOfName", a.command, a.subject_type as "subjectType",
         a.subject_id as "subjectId", a.reason, a.before, a.after, a.request_id as "requestId", not exists (select 1 from kernel.audit_unsealed s where s.audit_id = a.id) as sealed
       from kernel.audit a left join core_org o on o.id = a.org left join directus_users u on u.id::text = a.actor left join directus_users b on b.id = a.on_behalf_of
       where ${ofOrgs('$1', 'a.org')} and ($2::text is null or a.actor = $2) and ($3::text is null or a.command = $3) and ($4::text is null or a.subject_type = $4)
         and ($5::text is null or a.subject_id = $5) and ($6::text is null or a.request_id = $6) and ($7::timestamptz is null or a.at >= $7) and ($8::timestamptz is null or a.at <= $8)
         and ($9::text is null or a.command ilike $9 or a.subject_id ilike $9 or a.reason ilike $9 or a.request_id ilike $9 or concat_ws(' ', u.first_name, u.last_name) ilike $9)
         and ($10::bigint is null or a.id < $10)
       order by a.id desc limit $11`,
      [
        orgIds,
        ...[input.actor, input.command, input.subjectType, input.subjectId, input.requestId, input.from, input.to].map((value) => value ?? null),
        input.q === undefined ? null : contains(input.q),
        before,
        input.limit + 1,
      ],
    );
    return page(rows, input.limit, (row) => [row.id]);
  },
});

/** Where the chains end, to be kept outside. */
const auditHead = defineView({
  name: 'audit-head',
  system: 'core',
  title: { en: 'Heads of the audit chains', tr: 'Denetim zincirlerinin uçları' },
  query: z.object({}),
  run: async (context) => {
    const orgIds = orgsWithKey(context, AUDIT_KEY);
    return { data: { id: 'head', exportedAt: context.now.toISOString(), heads: await chainHeads(context.tx, [...orgIds, GROUP_CHAIN]) } };
  },
});

/** Recomputes the chains of the chosen orgs and names the first row that does not fit. */
const auditVerify = defineView({
  name: 'audit-verify',
  system: 'core',
  title: { en: 'Verify the audit chains', tr: 'Denetim zincirlerini doğrula' },
  query: z.object({}),
  run: async (context) => {
    const orgIds = orgsWithKey(context, AUDIT_KEY);
    const chains = [...orgIds, GROUP_CHAIN];
    const [verification, heads] = [await verifyChains(context.tx, { chains }), await chainHeads(context.tx, chains)];
    return { data: { id: 'verification', ...verification, at: context.now.toISOString(), heads } };
  },
});

export const auditViews: readonly View[] = [audit, auditHead, auditVerify];
