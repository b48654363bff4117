import type { ApiClient } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import type { World } from './world.ts';

export interface Line {
  readonly id: string;
  readonly pricingState: string;
  readonly priceRequest: { readonly id: string; readonly status: string; readonly note: string | null } | null;
}
export interface Deal {
  readonly deal: { readonly status: string; readonly version: number };
  readonly lines: readonly Line[];
  readonly timeline: readonly { readonly kind: string; readonly details: Record<string, unknown> }[];
}
export interface Asked {
  readonly requestId: string;
  readonly kind: string;
  readonly status: string;
}
export interface Row {
  readonly id: string;
  readonly dealCode: string;
  readonly status: string;
  readonly listPrice: string;
  readonly unitPrice: string;
  readonly discountPercent: string;
  readonly grossAmount: string;
  readonly requestedByName: string;
  readonly reason: string;
  readonly isOwn: boolean;
}

/** Asking for prices and deciding them in MOD, as people do. */
export function openPriceDesk(world: World) {
  const people = world.people('MOD');
  const { sales, manager } = people;
  const dealView = async (id: string) => (await sales.view<Deal>('crm', 'deal', { id })).data;
  const statesOf = async (id: string) => (await dealView(id)).lines.map((line) => [line.pricingState, line.priceRequest?.status ?? null]);
  /** A deal whose lines cost a share of their list price. */
  async function dealAt(
    percent: number,
    { lines = 1, who = sales, station = 'draft' }: { lines?: number; who?: ApiClient; station?: 'draft' | 'submitted' } = {},
  ) {
    const wish = await world.wish('MOD', { mode: 'credit', lines, qty: '2' });
    const cheap = { ...wish, lines: wish.lines.map((line) => ({ ...line, unitPrice: ((Number(line.unitPrice) * percent) / 100).toFixed(4) })) };
    const { dealId, dealCode } = await travel({ ...people, sales: who }, cheap, station);
    const { lines: rows } = await dealView(dealId);
    return { wish: cheap, deal: dealId, code: dealCode, line: rows[0]?.id as string, lineIds: rows.map((row) => row.id) };
  }
  const ask = (body: { deal: string; line: string }, who: ApiClient = sales) =>
    who.command<Asked & Record<string, unknown>>('crm', 'price-request.create', { deal: body.deal, line: body.line, reason: 'Rakip daha ucuz' });
  const approve = (request: string, who: ApiClient = manager, options: { dryRun?: boolean; key?: string } = {}) =>
    who.command('crm', 'price-request.approve', { request }, options);
  const reject = (request: string, note: string | undefined, who: ApiClient = manager) => who.command('crm', 'price-request.reject', { request, note });
  const approvalsOf = async (who: ApiClient, query: Record<string, string> = {}) =>
    (await who.view<Row[]>('crm', 'approvals', { org: 'MOD', limit: '100', ...query })).data;
  const waiting = async (who: ApiClient = manager) =>
    (await who.view<{ queue: string; count: number }[]>('crm', 'approval-queues', {})).data.find((one) => one.queue === 'pending')?.count ?? 0;
  return { people, sales, manager, pricing: world.as('pricing.mod'), dealView, statesOf, dealAt, ask, approve, reject, approvalsOf, waiting };
}
