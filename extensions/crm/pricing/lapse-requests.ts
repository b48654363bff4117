import type { CommandContext } from '@selvedge/kernel/command/define-command.ts';
import { appendTimeline } from '../timeline/append.ts';

interface Lapsed extends Record<string, unknown> {
  id: string;
  position: number;
  was: string;
}

/**
 * What was asked for the lines of a deal, and what was approved for them, holds for those lines alone: a change of them
 * lapses it. Of a deal that ends, only what waits lapses: nobody decides it any more.
 * @source J26, SAL-6
 */
export async function lapsePriceRequests(
  { tx, org, now, changed }: CommandContext<unknown>,
  dealId: string,
  which: readonly ('pending' | 'approved')[] = ['pending', 'approved'],
): Promise<void> {
  const lapsed = await tx.query<Lapsed>(
    `with live as (select id, status from crm_price_request where deal = $1 and status = any ($2) order by id for update)
     update crm_price_request r set status = 'lapsed', lapsed_at = $3 from live where r.id = live.id returning r.id, r.position, live.status as was`,
    [dealId, which, now],
  );
  for (const { id, was } of lapsed) changed('crm_price_request', id, { before: { status: was }, after: { status: 'lapsed' } });
  if (lapsed.length > 0)
    appendTimeline(
      tx,
      lapsed.map(({ position, was }) => ({
        org: org.id,
        deal: dealId,
        source: 'system' as const,
        kind: 'price-request.lapsed',
        details: { position, status: was },
        at: now,
      })),
    );
}
