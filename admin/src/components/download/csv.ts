/** A cell as every spreadsheet reads it; what begins like a formula is text, never run. */
function cell(value: string): string {
  const text = /^[=+@\t\r]|^-(?![\d.])/.test(value) ? `'${value}` : value;
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV with semicolons and a mark of its encoding: so Excel opens it in Turkish and in English alike. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
