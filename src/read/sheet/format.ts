import { SSF } from '@lokalise/xlsx';

// Built-in formats that a Chinese Excel shows otherwise than an English one (ECMA-376 18.8.30, zh-cn).
const chinese: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Longest code a spreadsheet program accepts; a longer one is damage, and slow to obey. */
const longestCode = 255;

const conditional = /\[[<>=]/;

/** Quoted and escaped characters, and the one that fills the cell with itself (18.8.31): the leaders of a line, no sign of a number. */
const pieces = /"[^"]*"|\\.|\*./g;
const withoutFill = (code: string): string => code.replace(pieces, (piece) => (piece.startsWith('*') ? '' : piece));

/** A number as the sheet shows it by its format: a built-in one by number, or a code; dates count from 1900, or 1904. */
export function shownNumber(value: number, format: number | string, date1904: boolean): string {
  const code = typeof format === 'number' ? (chinese[format] ?? format) : withoutFill(format);
  // Sums of decimals come with an error in the last bits, which no sheet shows.
  const exact = Number(value.toPrecision(15));
  if (String(code).length > longestCode) return String(exact);
  if (code === 0 || code === 49 || code === '@' || /^general$/i.test(String(code))) return String(exact);
  try {
    const shown = SSF.format(code, exact, { date1904 }).trim();
    // Where conditions choose among its parts, the library forgets the sign of a number below zero.
    return exact < 0 && conditional.test(String(code)) && !/^[-(]/.test(shown) ? String(exact) : shown;
  } catch {
    return String(exact);
  }
}
