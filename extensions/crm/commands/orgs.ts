import { z } from 'zod';
import { orgUpdated } from '@selvedge/contract/events/org-updated.ts';
import { orgCode } from '@selvedge/contract/fields.ts';
import { tellGrant } from '@selvedge/core/access/tell-grant.ts';
import { brandColor } from '@selvedge/core/input.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { commandIn, type CommandContext } from '@selvedge/kernel/command/define-command.ts';
import type { Row } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { allowedDiscount, currency, email, id } from '../input.ts';

type Org = RowFor<'core_org'>;

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const settings = {
  name: z.string().trim().min(2).max(255),
  currency,
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, {
      error: ({ input }) =>
        inWords({ en: `"${String(input)}" is no time zone such as Europe/Istanbul`, tr: `"${String(input)}" Europe/Istanbul gibi bir saat dilimi değil` }),
    }),
  senderEmail: email.nullable(),
  brandColor: brandColor.nullable(),
};

/** Tells the warehouse side, so that the org works there at once as well. */
function tell({ emitForGroup }: CommandContext, org: Org): void {
  emitForGroup(orgUpdated, org.code, { code: org.code, name: org.name, currency: org.currency, time_zone: org.time_zone, active: org.active });
}

const auditOf = ({ code, name, currency: money, time_zone, sender_email, brand_color, price_stale_days, allowed_discount_percent, active }: Org) => ({
  code,
  name,
  currency: money,
  time_zone,
  sender_email,
  brand_color,
  price_stale_days,
  allowed_discount_percent,
  active,
});

const load = (tx: CommandContext['tx'], org: string) => tx.one<Org & Record<string, unknown>>('select * from core_org where id = $1', [org]);

/** An administrator of one org founds another and is its first administrator (ADM-1). */
export const createOrg = commandIn({
  name: 'org.create',
  system: 'crm',
  title: { en: 'Create organisation', tr: 'Şirket oluştur' },
  permission: 'access:manage',
  input: z.strictObject({
    from: id,
    code: orgCode,
    ...settings,
    senderEmail: settings.senderEmail.default(null),
    brandColor: settings.brandColor.default(null),
  }),
  org: (body) => body.from,
  run: async (context, body) => {
    const { tx, org, changed } = context;
    const { founded } = await tx
      .one<{ founded: string }>('select app.found_org($1, $2, $3, $4, $5, $6, $7) as founded', [
        org.id,
        body.code,
        body.name,
        body.currency,
        body.timeZone,
        body.senderEmail,
        body.brandColor,
      ])
      .catch((error: unknown) => {
        if ((error as { code?: string }).code !== '23505') throw error;
        throw conflict(
          'ORG_CODE_TAKEN',
          { en: `The code ${body.code} is taken; choose three other letters.`, tr: `${body.code} kodu alınmış; başka üç harf seçin.` },
          { code: body.code },
        );
      });
    const created = await load(tx, founded);
    tell(context, created);
    await tellGrant(context, created, await tx.one<RowFor<'core_org_grant'> & Row>('select * from core_org_grant where org = $1', [founded]));
    changed('core_org', founded, { after: auditOf(created) });
    return { orgId: founded, code: body.code };
  },
});

/** Name, calendar, currency and looks of an org; its code never changes, every document carries it. */
export const editOrg = commandIn({
  name: 'org.edit',
  system: 'crm',
  title: { en: 'Edit organisation', tr: 'Şirketi düzenle' },
  permission: 'access:manage',
  input: z.strictObject({
    org: id,
    name: settings.name.optional(),
    currency: settings.currency.optional(),
    timeZone: settings.timeZone.optional(),
    senderEmail: settings.senderEmail.optional(),
    brandColor: settings.brandColor.optional(),
    priceStaleDays: z.int().min(1).max(3650).optional(),
    allowedDiscountPercent: allowedDiscount.optional(),
    active: z.boolean().optional(),
  }),
  org: (body) => body.org,
  run: async (context, body) => {
    const { tx, org, changed } = context;
    const before = await load(tx, org.id);
    const after = await tx.update('core_org', org.id, {
      name: body.name ?? before.name,
      currency: body.currency ?? before.currency,
      time_zone: body.timeZone ?? before.time_zone,
      sender_email: body.senderEmail === undefined ? before.sender_email : body.senderEmail,
      brand_color: body.brandColor === undefined ? before.brand_color : body.brandColor,
      price_stale_days: body.priceStaleDays ?? before.price_stale_days,
      allowed_discount_percent: body.allowedDiscountPercent ?? before.allowed_discount_percent,
      active: body.active ?? before.active,
    });
    tell(context, after);
    changed('core_org', org.id, { before: auditOf(before), after: auditOf(after) });
    return { orgId: org.id };
  },
});
