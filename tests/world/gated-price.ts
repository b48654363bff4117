import type { Prepare } from './gated.ts';

/** A price that was asked for and that the org's own policy takes for no approval. */
export const approvePrice: Prepare = async (world) => {
  const { sales, manager } = world.people('JTR');
  const wish = await world.wish('JTR', { mode: 'credit', lines: 2, qty: '1' });
  const [cheap, second] = wish.lines as [(typeof wish.lines)[0], (typeof wish.lines)[0]];
  const ask = async (unitPrice: string) => {
    const lines = [{ ...cheap, unitPrice }, second];
    const { dealId: deal } = await sales.command<{ dealId: string }>('crm', 'deal.create', {
      org: wish.orgId,
      profile: wish.profileId,
      currency: 'USD',
      lines,
    });
    const { data } = await sales.view<{ lines: { id: string }[] }>('crm', 'deal', { id: deal });
    const line = data.lines[0]?.id as string;
    const asked = await sales.command<{ requestId: string }>('crm', 'price-request.create', { deal, line, reason: 'Kampanya' });
    return { deal, line, request: asked.requestId };
  };
  const { deal, line, request } = await ask('0.50');
  await sales.command('crm', 'deal.submit', { deal });
  return {
    gate: 'line-pricing',
    unmet: ['LEAST_PRICE'],
    who: manager,
    body: { request },
    state: {
      sql: `select jsonb_build_object('request', to_jsonb(r), 'line', to_jsonb(l)) as state from crm_price_request r join crm_deal_line l on l.id = r.deal_line where r.id = $1`,
      of: request,
    },
    wanted: { system: 'crm', table: 'crm_deal_line', id: line, fields: { pricing_state: 'approved' } },
    event: null,
    override: null,
    others: [
      [sales, 'price-request.approve', { request }, 'PERMISSION_REQUIRED'],
      [sales, 'price-request.create', { deal, line, reason: 'Yeniden' }, 'PRICE_REQUEST_PENDING'],
      [sales, 'deal.win', { deal }, 'GATE_BLOCKED'],
    ],
    passing: async () => ({ request: (await ask('2.10')).request }),
  };
};
