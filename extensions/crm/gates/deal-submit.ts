import { bindGate } from '@selvedge/kernel/gate/binding.ts';
import { dealSubmitGate } from '@selvedge/rules/index.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';

/** deal-submit, judged for a deal. */
export const dealSubmit = bindGate({
  gate: dealSubmitGate,
  table: 'crm_deal',
  loadFacts: async (tx, deal: RowFor<'crm_deal'> & Record<string, unknown>) => {
    const lines = await tx.query<{ label: string; uom_allowed: boolean; has_price: boolean }>(
      `select l.position || ' ' || i.code as label, i.allowed_uoms::jsonb ? l.uom as uom_allowed,
              exists (select 1 from crm_list_price p where p.org = l.org and p.catalog_item = l.catalog_item) as has_price
       from crm_deal_line l join crm_catalog_item i on i.id = l.catalog_item where l.deal = $1 and l.status = 'open' order by l.position`,
      [deal.id],
    );
    const foreignUom = lines.filter((line) => !line.uom_allowed).map((line) => line.label);
    const withoutPrice = lines.filter((line) => !line.has_price).map((line) => line.label);
    return {
      lineCount: lines.length,
      linesWithForeignUomCount: foreignUom.length,
      linesWithForeignUom: foreignUom,
      linesWithoutPriceCount: withoutPrice.length,
      linesWithoutPrice: withoutPrice,
    };
  },
});
