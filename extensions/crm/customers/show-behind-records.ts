import type { Tx } from '@selvedge/kernel/database/transaction.ts';

/**
 * Whoever may see a deal, a PO or a payment sees whom it is for, even where that customer is inactive
 * and hidden from them as such. Lasts until the end of the transaction; sent before the first
 * statement that joins a customer to a record.
 * @source J5; docs/decisions/0020-hidden-customers.md
 */
export const showCustomersBehindRecords = (tx: Tx) => tx.query(`select set_config('app.shows_hidden', 'on', true)`);
