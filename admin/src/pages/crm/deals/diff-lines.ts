import type { DealLineRow } from '../../../api/types/crm.ts';

const FIELDS = ['itemCode', 'uom', 'qty', 'unitPrice', 'vatRate'] as const;
export type ChangedField = (typeof FIELDS)[number];

export type LineDifference =
  | { kind: 'added'; position: number; itemCode: string }
  | { kind: 'removed'; position: number; itemCode: string }
  | {
      kind: 'changed';
      position: number;
      itemCode: string;
      field: ChangedField;
      from: string;
      to: string;
    };

type Line = Pick<DealLineRow, 'position' | 'status' | ChangedField>;

/** What somebody else changed, line by line in their order; ids may be new after a save, positions are what people see. */
export function diffLines(before: readonly Line[], after: readonly Line[]): LineDifference[] {
  const open = (lines: readonly Line[]) => new Map(lines.filter((line) => line.status === 'open').map((line) => [line.position, line]));
  const [old, fresh] = [open(before), open(after)];
  const differences: LineDifference[] = [];
  for (const position of [...new Set([...old.keys(), ...fresh.keys()])].sort((left, right) => left - right)) {
    const [was, is] = [old.get(position), fresh.get(position)];
    if (!was && is) differences.push({ kind: 'added', position, itemCode: is.itemCode });
    else if (was && !is) differences.push({ kind: 'removed', position, itemCode: was.itemCode });
    else if (was && is) {
      for (const field of FIELDS) {
        if (was[field] !== is[field])
          differences.push({ kind: 'changed', position, itemCode: is.itemCode, field, from: was[field], to: is[field] });
      }
    }
  }
  return differences;
}
