import type { OrderLine } from '../../../api/types/wms.ts';

export type ScanMatch = { kind: 'line' | 'picked' | 'blocked'; line: OrderLine; rollCode: string } | { kind: 'none' };

/** Which line a scanned roll belongs to; an unpicked line wins over a picked one that holds the same roll. */
export function lineForScan(lines: readonly OrderLine[], code: string, isPicked: (line: OrderLine) => boolean): ScanMatch {
  const wanted = code.trim().toUpperCase();
  const matches = lines.flatMap((line) => {
    const roll = line.rolls.find((candidate) => candidate.rollCode.toUpperCase() === wanted);
    return roll ? [{ line, rollCode: roll.rollCode }] : [];
  });
  const open = matches.find(({ line }) => !line.blocked && !isPicked(line));
  if (open) return { kind: 'line', ...open };
  const first = matches[0];
  if (!first) return { kind: 'none' };
  return { kind: first.line.blocked ? 'blocked' : 'picked', ...first };
}
