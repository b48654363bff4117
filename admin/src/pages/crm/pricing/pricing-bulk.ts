import { lazy } from 'react';
import type { PriceRow } from '../../../api/types/pricing.ts';
import type { BulkChoice } from '../../../components/command-center/bulk-action.ts';

/** Kept outside the page, so that a new render does not start the preflight anew. */
export const PRICING_BULK: readonly BulkChoice<PriceRow>[] = [
  {
    action: 'price.reconfirm',
    send: { by: 'items', command: 'price.reconfirm-many', key: 'prices:reconfirm', item: (row) => ({ price: row.priceId ?? '' }) },
    refusal: (row) => (row.priceId === null ? 'refusal.priceMissing' : null),
  },
  {
    action: 'price.set',
    Form: lazy(() => import('./set-prices-dialog.tsx').then((module) => ({ default: module.SetPricesDialog }))),
    refusal: () => null,
  },
];
