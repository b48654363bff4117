import type { Currency } from './shared.ts';

/** A quality in an org with one of its prices, or once with none. */
export interface PriceRow {
  itemId: string;
  code: string;
  name: string;
  composition: string | null;
  orgId: string;
  org: string;
  priceId: string | null;
  price: string | null;
  /** Without a price, the currency that was asked for. */
  currency: Currency | null;
  confirmedAt: string | null;
  confirmedByName: string | null;
  stale: boolean;
  /** Stale while in stock: sales does not see it. */
  hiddenFromSales: boolean;
  freeMeters: string;
  onHandMeters: string;
  /** Days after which the org trusts a price no more. */
  staleDays: number;
}

export type PriceQueueName = 'all' | 'stale_in_stock' | 'stale' | 'missing';
export interface PriceQueue {
  queue: PriceQueueName;
  count: number;
  oldestSince: string | null;
}
