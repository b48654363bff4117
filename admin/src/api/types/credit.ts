import type { CreditStanding, CustomerStatus, CustomerTerms, PaymentMode, PoStage } from './crm.ts';
import type { Currency, LocalText } from './shared.ts';

/** A customer of an org in one currency. */
export interface CreditRow extends CreditStanding {
  profileId: string;
  org: string;
  customerName: string;
  status: CustomerStatus;
  paymentMode: PaymentMode;
  termsDays: number;
  graceDays: number;
  oldestOverdue: string | null;
  /** Won deals that the credit block holds. */
  blockedDeals: number;
  blockedSince: string | null;
}

export type CreditQueueName = 'over_limit' | 'overdue' | 'blocked' | 'all';
export interface CreditQueue {
  queue: CreditQueueName;
  count: number;
  oldestSince: string | null;
}

export interface CustomerCreditView {
  customer: CustomerTerms & { org: string };
  exposure: CreditStanding[];
  receivables: {
    purchaseOrderId: string;
    code: string;
    stage: PoStage;
    currency: Currency;
    amount: string;
    open: string;
    dueDate: string | null;
    isOverdue: boolean;
  }[];
  blockedDeals: {
    id: string;
    code: string;
    currency: Currency;
    grossAmount: string;
    wonAt: string | null;
    creditBlockReason: LocalText | null;
  }[];
}
