/** A value of a data file. */
export type Value = string | number | null;

/** A table as a data file: what it is called, the names of its columns, its rows. */
export interface DataFile {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** A value as CSV; what a spreadsheet would take for a formula gets an apostrophe before it. */
function csvValue(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const inert = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Rows as CSV, with the mark by which spreadsheets know UTF-8. */
export const csv = ({ head, rows }: Omit<DataFile, 'name'>): string =>
  `\ufeff${[head, ...rows].map((row) => `${row.map(csvValue).join(',')}\r\n`).join('')}`;
