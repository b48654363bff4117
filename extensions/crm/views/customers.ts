import { z } from 'zod';
import { notFound } from '@selvedge/kernel/errors.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { asName, contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { loadCredit } from '../credit/load-credit.ts';
import { customerTimeline, RECENT_DEALS } from './parts.ts';

interface ListRow extends Record<string, unknown> {
  id: string;
  name: string;
}

/** Customers of the chosen orgs, by name. Row security hides the inactive ones from those who sell (J5). */
export const customers = defineView({
  name: 'customers',
  system: 'crm',
  title: { en: 'Customers', tr: 'Müşteriler' },
  query: z.object({ ...pageFields, status: z.enum(['pending_review', 'approved', 'inactive']).optional(), q: z.string().trim().max(100).optional() }),
  run: async ({ tx, orgIds }, input) => {
    const [name, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const rows = await tx.query<ListRow>(
      `select p.id, o.code as org, p.name, p.status, p.payment_mode as "paymentMode", p.terms_days as "termsDays", p.grace_days as "graceDays", c.tax_country as "taxCountry",
         c.tax_number as "taxNumber", p.poc_email as "pocEmail",
         coalesce((select json_agg(json_build_object('currency', l.currency, 'limitAmount', l.limit_amount::text) order by l.currency) from crm_credit_limit l where l.profile = p.id), '[]') as limits,
         (select count(*) from crm_deal d where d.profile = p.id and d.status in ('draft', 'submitted', 'won')) as "openDeals", p.created_at as "createdAt"
       from crm_customer_profile p join core_org o on o.id = p.org join crm_customer c on c.id = p.customer
       where p.org = any ($1::uuid[]) and ($2::text is null or p.status = $2)
         and ($3::text is null or p.name ilike $4 or c.tax_number = $3) and ($5::text is null or (${asName('p.name')}, p.id) > ($5::text, $6::uuid))
       order by ${asName('p.name')}, p.id limit $7`,
      [orgIds, input.status ?? null, input.q ?? null, contains(input.q ?? ''), name, id, input.limit + 1],
    );
    return page(rows, input.limit, (row) => [row.name, row.id]);
  },
});

/** One customer with limits, standing per currency, latest deals and what happened (SAL-2). */
export const customer = defineView({
  name: 'customer',
  system: 'crm',
  title: { en: 'Customer', tr: 'Müşteri' },
  query: z.object({ id: z.uuid() }),
  run: async ({ tx, now }, { id }) => {
    const profile = await tx.maybe(
      `select p.id, o.code as org, p.name, p.status, p.payment_mode as "paymentMode", p.terms_days as "termsDays", p.grace_days as "graceDays", c.tax_country as "taxCountry",
         c.tax_number as "taxNumber", p.poc_email as "pocEmail", p.primary_contact as "primaryContact", p.primary_email as "primaryEmail", p.billing_email as "billingEmail",
         p.billing_address as "billingAddress", p.shipping_address as "shippingAddress", p.email_opt_out as "emailOptOut", p.onboarding, p.contract_waived as "contractWaived",
         p.version, p.approval_reason as "approvalReason", p.approved_at as "approvedAt", p.created_at as "createdAt"
       from crm_customer_profile p join core_org o on o.id = p.org join crm_customer c on c.id = p.customer where p.id = $1`,
      [id],
    );
    if (!profile) throw notFound();
    return {
      data: {
        profile,
        limits: await tx.query('select currency, limit_amount as "limitAmount" from crm_credit_limit where profile = $1 order by currency', [id]),
        exposure: await loadCredit(tx, id, now),
        deals: await tx.query(
          `select d.id, d.code, d.status, d.currency, d.gross_amount as "grossAmount", d.credit_blocked as "creditBlocked", d.created_at as "createdAt" from crm_deal d where d.profile = $1 order by d.created_at desc limit ${RECENT_DEALS}`,
          [id],
        ),
        timeline: await customerTimeline(tx, id),
      },
    };
  },
});
