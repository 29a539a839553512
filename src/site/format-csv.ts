import { type ListRow, ROW_COLUMNS } from './list-rows.ts';

/**
 * A spreadsheet runs a cell that begins with one of these as a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection); an apostrophe makes it text. One that parts
 * cells at `;`, as in French or German, sees such beginnings within our cells too.
 */
const FORMULA = /(^|;)(?=\s*[=+\-@]|[\t\r])/g;

/** Rows as CSV (RFC 4180): a line of names, CRLF, quotes where needed. */
export function formatCsv(rows: Iterable<ListRow>): string {
  const names = ROW_COLUMNS.map(([name]) => name);
  const lines = [names.join(',')];
  for (const row of rows) lines.push(names.map((name) => formatCell(row[name])).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function formatCell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const text = value.replace(FORMULA, "$1'");
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
