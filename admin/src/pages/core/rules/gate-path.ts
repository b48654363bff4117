import type { GateRow } from '../../../api/types/rules.ts';

/** A gate is looked at in one org, so its address names it, whatever the scope of the list was. */
export const gatePath = (row: GateRow | undefined, node: string): string =>
  row ? `/rules/${row.gate}?${new URLSearchParams({ ...(node && { node }), in: row.org }).toString()}` : '/rules';
