import { z } from 'zod';
import { allOrFirstError, type Tx } from '@selvedge/kernel/database/transaction.ts';
import { notFound } from '@selvedge/kernel/errors.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { asName, contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { openItems, standing } from '../credit/credit-sql.ts';
import { withBlockInWords, type Blocked } from '../credit/decide-credit-block.ts';
import { loadCredit } from '../credit/load-credit.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';

const QUEUES = {
  over_limit: 'c.limit_amount is not null and c.exposure > c.limit_amount',
  overdue: 'c.overdue > 0',
  blocked: 'c.blocked_deals > 0',
} as const;
type Queue = keyof typeof QUEUES;
const QUEUE_NAMES = Object.keys(QUEUES) as [Queue];

/** CTE `credit`: customer and currency of the orgs in `$1` with limit, exposure or blocked deals, at the moment in `$2`. */
const CREDIT = `${standing({ of: (alias) => `${alias}.org = any ($1::uuid[])`, now: '$2' })},
  blocked as (
    select d.profile, d.currency, count(*) as deals, min(d.won_at) as since from crm_deal d
    where d.org = any ($1::uuid[]) and d.status = 'won' and d.credit_blocked group by d.profile, d.currency),
  credit as (
    select coalesce(s.profile, b.profile) as profile, coalesce(s.currency, b.currency) as currency, s.limit_amount, coalesce(s.exposure, 0) as exposure,
           coalesce(s.overdue, 0) as overdue, s.oldest_overdue, s.available, coalesce(b.deals, 0) as blocked_deals, b.since as blocked_since
    from standing s full join blocked b on b.profile = s.profile and b.currency = s.currency
    where s.limit_amount is not null or s.exposure > 0 or b.deals > 0)`;

interface Row extends Record<string, unknown> {
  profileId: string;
  customerName: string;
  currency: string;
}

/** What shipment approval judges by, of every customer in the scope: over limit, overdue, blocked (J27, ACC-1). Currencies are never summed. */
export const credit = defineView({
  name: 'credit',
  system: 'crm',
  title: { en: 'Credit', tr: 'Kredi' },
  query: z.object({
    ...pageFields,
    queue: z.enum(QUEUE_NAMES).optional(),
    currency: z.enum(['TRY', 'USD', 'EUR']).optional(),
    q: z.string().trim().max(100).optional(),
  }),
  run: async ({ tx, orgIds, now }, input) => {
    const [name, profile, currency] = input.cursor ? decodeCursor(input.cursor, 3) : [null, null, null];
    const listed = tx.query<Row>(
      `with ${CREDIT}
       select c.profile as "profileId", o.code as org, p.name as "customerName", p.status, p.payment_mode as "paymentMode", p.terms_days as "termsDays", p.grace_days as "graceDays", c.currency,
         c.limit_amount as "limit", c.exposure, c.overdue, c.oldest_overdue as "oldestOverdue", c.available, c.blocked_deals as "blockedDeals", c.blocked_since as "blockedSince"
       from credit c join crm_customer_profile p on p.id = c.profile join core_org o on o.id = p.org
       where ($3::text is null or p.name ilike $4) and ($5::text is null or c.currency = $5) ${input.queue ? `and ${QUEUES[input.queue]}` : ''}
         and ($6::text is null or (${asName('p.name')}, c.profile, c.currency) > ($6::text, $7::uuid, $8::text))
       order by ${asName('p.name')}, c.profile, c.currency limit $9`,
      [orgIds, now, input.q ?? null, contains(input.q ?? ''), input.currency ?? null, name, profile, currency, input.limit + 1],
    );
    const [, rows] = await allOrFirstError([showCustomersBehindRecords(tx), listed]);
    return page(rows, input.limit, (row) => [row.customerName, row.profileId, row.currency]);
  },
});

/** How many stand over their limit, overdue or blocked, and since when the oldest. */
export const creditQueues = defineView({
  name: 'credit-queues',
  system: 'crm',
  title: { en: 'Credit queues', tr: 'Kredi kuyrukları' },
  query: z.object({}),
  run: async ({ tx, orgIds, now }) => {
    const one = (queue: Queue, since: string) => {
      const those = `filter (where ${QUEUES[queue]})`;
      return `json_build_object('queue', '${queue}', 'count', count(*) ${those}, 'oldestSince', min(${since}) ${those})`;
    };
    const counted = tx.one<{ queues: unknown }>(
      `with ${CREDIT}
       select json_build_array(json_build_object('queue', 'all', 'count', count(*)), ${one('over_limit', 'null::date')}, ${one('overdue', 'c.oldest_overdue')},
         ${one('blocked', 'c.blocked_since')}) as queues
       from credit c join crm_customer_profile p on p.id = c.profile`,
      [orgIds, now],
    );
    const [, { queues }] = await allOrFirstError([showCustomersBehindRecords(tx), counted]);
    return { data: queues };
  },
});

const openReceivables = (tx: Tx, profile: string, now: Date) =>
  tx.query(
    `with ${openItems({ of: (alias) => `${alias}.profile = $1`, now: '$2' })}
     select i.purchase_order as "purchaseOrderId", po.code, po.stage, i.currency, i.amount, i.open, i.due_date as "dueDate", i.is_overdue as "isOverdue"
     from open_items i join crm_purchase_order po on po.id = i.purchase_order where i.open > 0 order by i.due_date nulls last, po.code limit 200`,
    [profile, now],
  );

/** Why a customer's credit stands where it does: the open receivables, the oldest due first, and the deals it blocks. */
export const customerCredit = defineView({
  name: 'customer-credit',
  system: 'crm',
  title: { en: 'Credit of a customer', tr: 'Müşterinin kredisi' },
  query: z.object({ id: z.uuid() }),
  run: async ({ tx, now }, { id }) => {
    const [inOwnRight] = await allOrFirstError([tx.maybe('select 1 from crm_customer_profile where id = $1', [id]), showCustomersBehindRecords(tx)]);
    const customer = await tx.maybe(
      `select p.id as "profileId", o.code as org, p.name, p.status, p.payment_mode as "paymentMode", p.terms_days as "termsDays", p.grace_days as "graceDays"
       from crm_customer_profile p join core_org o on o.id = p.org where p.id = $1`,
      [id],
    );
    if (!customer) throw notFound();
    const [exposure, receivables, blockedDeals] = await allOrFirstError([
      loadCredit(tx, id, now),
      openReceivables(tx, id, now),
      tx.query<Blocked>(
        `select d.id, d.code, d.currency, d.gross_amount as "grossAmount", d.won_at as "wonAt", d.credit_block_reason as "creditBlockReason"
         from crm_deal d where d.profile = $1 and d.status = 'won' and d.credit_blocked order by d.won_at, d.id limit 200`,
        [id],
      ),
    ]);
    // J5: who may not meet a closed customer meets it here behind what is open, and with nothing open not at all.
    if (!inOwnRight && exposure.length + receivables.length + blockedDeals.length === 0) throw notFound();
    return { data: { customer, exposure, receivables, blockedDeals: blockedDeals.map(withBlockInWords) } };
  },
});
