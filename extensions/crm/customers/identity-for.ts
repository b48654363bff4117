import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { showCustomersBehindRecords } from './show-behind-records.ts';

/** Whether the person has a profile here that this colleague may not meet (J5): one tax number has one profile per org. */
async function isHidden(tx: Tx, orgId: string, customer: string): Promise<boolean> {
  await showCustomersBehindRecords(tx);
  return (await tx.maybe('select 1 from crm_customer_profile where org = $1 and customer = $2', [orgId, customer])) !== undefined;
}

/**
 * The identity behind a tax number that no customer of this org has yet. One that another org knows
 * links silently: the answer is the same as for a new one.
 * @throws Refusal CUSTOMER_EXISTS, CUSTOMER_CLOSED
 * @source SAL-1, J4, J5
 */
export async function identityFor(
  tx: Tx,
  org: { readonly id: string; readonly code: string },
  { taxCountry, taxNumber }: { readonly taxCountry: string; readonly taxNumber: string },
): Promise<string> {
  const { customer } = await tx.one<{ customer: string }>('select app.customer_identity($1, $2) as customer', [taxCountry, taxNumber]);
  const known = await tx.maybe<{ id: string }>('select id from crm_customer_profile where org = $1 and customer = $2', [org.id, customer]);
  if (!known && (await isHidden(tx, org.id, customer)))
    throw conflict('CUSTOMER_CLOSED', {
      en: `Tax number ${taxNumber} cannot be added to ${org.code} here; ask a sales manager, who sees why.`,
      tr: `${taxNumber} vergi numarası ${org.code} şirketine buradan eklenemez; nedenini gören bir satış müdürüne sorun.`,
    });
  if (known)
    throw conflict(
      'CUSTOMER_EXISTS',
      {
        en: `Tax number ${taxNumber} is a customer of ${org.code} already; open it instead.`,
        tr: `${taxNumber} vergi numarası ${org.code} şirketinin zaten müşterisi; o müşteriyi açın.`,
      },
      { profileId: known.id },
    );
  return customer;
}
