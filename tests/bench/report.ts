export interface Figure {
  readonly name: string;
  readonly measured: string;
  readonly target: string;
  /** Null where nothing was asked for. */
  readonly met: boolean | null;
}

/** The figures as a table that reads in a terminal and in Markdown. */
export function table(figures: readonly Figure[]): string {
  const rows = [['figure', 'measured', 'target', 'met'], ...figures.map((f) => [f.name, f.measured, f.target, f.met === null ? '–' : f.met ? 'yes' : 'NO'])];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(rows[0] ?? []), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.slice(1).map(line)].join('\n');
}

export const number = (value: number, digits = 0) => value.toFixed(digits);
