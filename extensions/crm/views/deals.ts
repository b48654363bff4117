import { z } from 'zod';
import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { notFound } from '@selvedge/kernel/errors.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { withBlockInWords, type Blocked } from '../credit/decide-credit-block.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';
import { contractRow, creditIn, customerRow, dealLineRows, personName, timelineRows } from './parts.ts';

interface ListRow extends Record<string, unknown> {
  id: string;
  sortKey: string;
}

/** Deals, newest first. */
export const deals = defineView({
  name: 'deals',
  system: 'crm',
  title: { en: 'Deals', tr: 'Anlaşmalar' },
  query: z.object({
    ...pageFields,
    status: z.enum(['draft', 'submitted', 'won', 'lost', 'cancelled', 'closed']).optional(),
    q: z.string().trim().max(100).optional(),
  }),
  run: async ({ tx, orgIds }, input) => {
    const [at, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const shown = showCustomersBehindRecords(tx);
    const listed = tx.query<ListRow>(
      `with page as materialized (
         select d.* from crm_deal d
         where d.org = any ($1::uuid[]) and ($2::text is null or d.status = $2)
           and ($3::text is null or d.code like upper($3) || '%' or d.profile in (select id from crm_customer_profile where name ilike $4))
           and ($5::timestamptz is null or (d.created_at, d.id) < ($5::timestamptz, $6::uuid))
         order by d.created_at desc, d.id desc limit $7)
       select d.id, d.code, o.code as org, p.name as "customerName", d.profile as "profileId", d.status, d.currency, d.gross_amount as "grossAmount", d.credit_blocked as "creditBlocked",
         d.reservation_state as "reservationState", (select count(*) from crm_deal_line l where l.deal = d.id) as "lineCount", d.created_at as "createdAt", ${personName('u')} as "ownerName",
         po.id as "purchaseOrderId", po.stage, d.created_at::text as "sortKey"
       from page d join core_org o on o.id = d.org join crm_customer_profile p on p.id = d.profile left join directus_users u on u.id = d.owner_user
       left join lateral (select id, stage from crm_purchase_order x where x.deal = d.id order by x.created_at limit 1) po on true
       order by d.created_at desc, d.id desc`,
      [orgIds, input.status ?? null, input.q ?? null, contains(input.q ?? ''), at, id, input.limit + 1],
    );
    const [, rows] = await allOrFirstError([shown, listed]);
    const result = page(rows, input.limit, (row) => [row.sortKey, row.id]);
    return { data: result.data.map(({ sortKey: _sortKey, ...row }) => row), nextCursor: result.nextCursor };
  },
});

interface Head extends Blocked {
  profile: string;
  currency: string;
}

/** One deal with everything its page shows. */
export const deal = defineView({
  name: 'deal',
  system: 'crm',
  title: { en: 'Deal', tr: 'Anlaşma' },
  query: z.object({ id: z.uuid() }),
  run: async ({ tx, now, identity }, { id }) => {
    const head = await tx.maybe<Head>(
      `select d.id, d.code, o.code as org, d.status, d.currency, d.gross_amount as "grossAmount", d.credit_blocked as "creditBlocked", d.credit_block_reason as "creditBlockReason",
         d.reservation_state as "reservationState", d.note, d.version, d.created_at as "createdAt", d.submitted_at as "submittedAt", d.won_at as "wonAt",
         d.changed_after_submit_at as "changedAfterSubmitAt", ${personName('u')} as "ownerName", coalesce(d.owner_user = $2, false) as "isOwn", d.cancel_reason as "cancelReason", d.profile
       from crm_deal d join core_org o on o.id = d.org left join directus_users u on u.id = d.owner_user where d.id = $1`,
      [id, identity.userId],
    );
    if (!head) throw notFound();
    await showCustomersBehindRecords(tx);
    const { profile, ...own } = head;
    return {
      data: {
        deal: withBlockInWords(own),
        customer: await customerRow(tx, profile),
        credit: await creditIn(tx, profile, head.currency, now),
        lines: await dealLineRows(tx, 'deal', id),
        purchaseOrders: await tx.query('select id, code, stage, status from crm_purchase_order where deal = $1 order by created_at', [id]),
        contract: await contractRow(tx, id),
        timeline: await timelineRows(tx, 'deal', id),
      },
    };
  },
});
