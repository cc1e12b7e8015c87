/** A value that a field of CSV can hold. */
export type CsvValue = string | number | bigint | boolean | null;

// What a spreadsheet takes for the start of a formula, in its full-width form too, or skips before one (OWASP, CSV injection).
const formula = /^[=+\-@＝＋－＠\t\r\n]/;

/** A text that no spreadsheet runs as a formula: an apostrophe before it. Numbers are no texts and stay as they are. */
export const inert = (text: string): string => (formula.test(text) ? `'${text}` : text);

function field(value: CsvValue): string {
  if (value === null) return '';
  const text = String(value);
  // An empty text is quoted, so that it differs from null.
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of CSV (RFC 4180 with LF): null is nothing, the empty text is "". */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(field).join(',')}\n`;
