import { decimal, toMinorDigits } from '@selvedge/kernel/money.ts';
import type { Addresses } from './client.ts';
import { peopleOf, travel } from './order-path.ts';
import { loadOrg, wishOf } from './trade.ts';

/** Deals below the list whose price a manager has still to decide: how far below, and what speaks for it. */
const ASKED: Readonly<Record<string, readonly { percentOfList: number; reason: string }[]>> = {
  MOD: [
    { percentOfList: 92, reason: 'Yıllık 20.000 metre sözü verdi' },
    { percentOfList: 85, reason: 'Rakip bu fiyatı verdi' },
  ],
  JTR: [{ percentOfList: 95, reason: 'İlk sipariş' }],
};

const priced = (listPrice: string, percent: number) => toMinorDigits(decimal(listPrice).times(percent).dividedBy(100));

/** Leaves some prices waiting under /approvals, asked for by who sells. */
export async function seedPriceRequests(addresses: Addresses, password: string): Promise<void> {
  for (const [code, asked] of Object.entries(ASKED)) {
    const org = await loadOrg(addresses, code, password);
    const people = peopleOf(addresses, code, password);
    for (const [n, { percentOfList, reason }] of asked.entries()) {
      const wish = wishOf(org, n);
      const lines = wish.lines.map((line) => ({ ...line, unitPrice: priced(line.unitPrice, percentOfList) }));
      const { dealId: deal } = await travel(people, { ...wish, lines }, 'submitted');
      const { data } = await people.sales.view<{ lines: { id: string }[] }>('crm', 'deal', { id: deal });
      await people.sales.command('crm', 'price-request.create', { deal, line: data.lines[0]?.id, reason });
    }
  }
}
