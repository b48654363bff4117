import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';

interface Span {
  readonly user: string;
  readonly org: string;
  readonly role: string;
  readonly from: Date;
  /** null: without an end */
  readonly until: Date | null;
  /** The grant that is being changed, which does not stand in its own way. */
  readonly except?: string;
}

/**
 * A person holds a role in an org once at a time; the database refuses the rest, and this says it in words.
 * @throws Refusal GRANT_OVERLAPS naming the grant and its end
 */
export async function refuseOverlap(tx: Tx, { user, org, role, from, until, except }: Span): Promise<void> {
  const other = await tx.maybe<{ id: string; starts_at: Date | null; expires_at: Date | null }>(
    `select id, starts_at, expires_at from core_org_grant
     where "user" = $1 and org = $2 and role = $3 and id is distinct from $6::uuid and (expires_at is null or expires_at > greatest($4, coalesce(starts_at, created_at)))
       and ($5::timestamptz is null or coalesce(starts_at, created_at) < $5) order by created_at limit 1`,
    [user, org, role, from, until, except ?? null],
  );
  if (!other) return;
  const end = other.expires_at?.toISOString() ?? null;
  throw conflict(
    'GRANT_OVERLAPS',
    {
      en: `This person holds the role ${role} here already, ${end ? `until ${end}` : 'without an end'}; change or end that grant.`,
      tr: `Bu kişi ${role} rolünü burada zaten taşıyor (${end ? `bitiş ${end}` : 'bitişi yok'}); o yetkiyi değiştirin ya da bitirin.`,
    },
    {
      grant: other.id,
      startsAt: other.starts_at?.toISOString() ?? null,
      expiresAt: end,
    },
  );
}
