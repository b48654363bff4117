import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { compare } from '@selvedge/kernel/money.ts';

export interface Limit {
  readonly currency: string;
  readonly limitAmount: string;
}

/** Those of the wished limits, one per currency, that are not granted yet; and what stands in their place. */
export async function changedLimits(tx: Tx, profile: string, wished: readonly Limit[]): Promise<{ before: Limit[]; after: Limit[] }> {
  if (wished.length === 0) return { before: [], after: [] };
  const granted = await tx.query<{ currency: string; limitAmount: string }>(
    'select currency, limit_amount::text as "limitAmount" from crm_credit_limit where profile = $1',
    [profile],
  );
  const standing = (currency: string) => granted.find((limit) => limit.currency === currency);
  const after = wished.filter(({ currency, limitAmount }) => {
    const now = standing(currency);
    return now === undefined || compare(now.limitAmount, limitAmount) !== 0;
  });
  return { before: after.flatMap(({ currency }) => standing(currency) ?? []), after };
}

/** Grants limits, each in the place of the one in its currency. */
export async function grantLimits(tx: Tx, orgId: string, profile: string, limits: readonly Limit[]): Promise<void> {
  for (const { currency, limitAmount } of limits) {
    await tx.query(
      `insert into crm_credit_limit (org, profile, currency, limit_amount) values ($1, $2, $3, $4)
       on conflict (profile, currency) do update set limit_amount = excluded.limit_amount`,
      [orgId, profile, currency, limitAmount],
    );
  }
}
