/** Records that have a page, by their table. */
const PAGES: Readonly<Record<string, string>> = {
  crm_purchase_order: '/purchase-orders/',
  crm_deal: '/deals/',
  crm_customer: '/customers/',
  wms_order: '/orders/',
};

/** Where a record that a gate judged is shown; null where it has no page of its own. */
export const recordPath = (table: string, id: string): string | null => (PAGES[table] === undefined ? null : `${PAGES[table]}${id}`);
