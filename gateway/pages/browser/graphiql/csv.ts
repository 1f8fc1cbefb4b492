import type { Cell, Table } from './table.ts';

/** Tells spreadsheet programs that what follows is UTF-8. */
const byteOrderMark = '\uFEFF';

/** A table as a file of comma-separated values (RFC 4180) that a spreadsheet program opens as it is. */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))];
  return byteOrderMark + lines.map((line) => line.map(field).join(',') + '\r\n').join('');
}

function field(cell: Cell): string {
  const text = typeof cell === 'string' ? harmless(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet program would take for a formula gets an apostrophe in front: what somebody wrote never runs. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
