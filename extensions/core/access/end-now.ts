import type { RowFor } from '@selvedge/directus/model/index.ts';
import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import { writeGrant } from './write-grant.ts';

/**
 * Ends a grant by the database's clock, which judges it from the next request on.
 * @throws Refusal LAST_ADMIN
 */
export const endNow = (tx: Tx, grant: string): Promise<RowFor<'core_org_grant'>> =>
  writeGrant(tx, () => tx.one<RowFor<'core_org_grant'> & Row>('update core_org_grant set expires_at = now() where id = $1 returning *', [grant]));
