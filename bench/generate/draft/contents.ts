import type { Random } from '../random.ts';
import { codesOf, type Draft, draftTables } from './draft.ts';
import { formTable, onlyGroup, organizationColumns, subtotalRows } from './figures.ts';
import { type PrintedCell, printCell } from './printed.ts';

/** Another way an office fills the same form: the draft it gives holds what is then printed and what can be read. */
export type Content = (draft: Draft, random: Random) => Draft;

function mapCells(draft: Draft, change: (cell: PrintedCell) => PrintedCell): Draft {
  return { ...draft, cells: new Map([...draft.cells].map(([code, cell]) => [code, change(cell)])) };
}

const isZero = (cell: PrintedCell) => cell.raw === '0';
const blank = (cell: PrintedCell): PrintedCell => ({ ...cell, raw: '', value: null, status: 'blank' });

/** Zeros are left out: what the cell says is nothing. */
export const blankZeros: Content = (draft) => mapCells(draft, (cell) => (isZero(cell) ? blank(cell) : cell));

/** Zeros are left out but in the totals, which a spreadsheet fills in. */
export const blankButTotals: Content = (draft) =>
  mapCells(draft, (cell) => (isZero(cell) && !cell.code.endsWith('.total') ? blank(cell) : cell));

/** As spreadsheets leave a total out where nobody wrote it: only what was newly received is added up (Shanghai 2019). */
export const blankButNewTotals: Content = (draft, random) =>
  mapCells(blankZeros(draft, random), (cell) => (/^applications\.(?!new_received).*\.total$/.test(cell.code) ? blank(cell) : cell));

const noneSigns: readonly [string, ...string[]] = ['/', '-', '—', '——'];

/** Signs for none stand for some of the zeros; 无 in the change column would be a word for no change (domain 9). */
export const noneMarks: Content = (draft, random) =>
  mapCells(draft, (cell) => {
    if (!isZero(cell) || !random.chance(0.6)) return cell;
    const raw = cell.code.endsWith('.items_change') ? random.pick(noneSigns) : random.pick([...noneSigns, '无']);
    return { ...cell, raw, value: null, status: 'na_mark' };
  });

/** Digits as wide as characters. */
export const fullWidthDigits: Content = (draft) =>
  mapCells(draft, (cell) => ({ ...cell, raw: cell.raw.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))) }));

/** `1,113` */
export const thousandsSeparators: Content = (draft) => restyle(draft, { thousands: true });

/** Every number bare, as run-together text needs it. */
export const bareNumbers: Content = (draft) =>
  restyle(draft, { thousands: false, counters: false, plusSign: false, noChange: '0', amount: 'none' });

function restyle(draft: Draft, changes: Partial<Draft['style']>): Draft {
  const style = { ...draft.style, ...changes };
  const codes = draftTables.flatMap((table) => codesOf(draft.forms[table], table));
  return { ...draft, style, cells: new Map(codes.map(({ code, unit }) => [code, printCell(code, draft.figures, style, unit)])) };
}

function withSums(draft: Draft, sums: readonly { code: string; of: readonly string[] }[]): Draft {
  const value = (code: string) => draft.figures.get(code) ?? 0;
  const added = sums.map(({ code, of }) => [code, of.reduce((total, part) => total + value(part), 0)] as const);
  const figures = new Map([...draft.figures, ...added]);
  const cells = new Map([...draft.cells, ...added.map(([code]) => [code, printCell(code, figures, draft.style, 'application')] as const)]);
  return { ...draft, figures, cells };
}

/** The heading rows of table 3 print the sum of their rows. */
export const printedSubtotals: Content = (draft) => {
  const { rows, columns } = onlyGroup(formTable(draft.forms.applications, 'applications'));
  const shown = columns.filter((column) => column.optional !== true);
  const sums = subtotalRows.flatMap((subtotal) => {
    const parts = rows.filter((row) => row.subtotal === subtotal);
    if (parts.length === 0) return [];
    return shown.map((column) => ({
      code: `applications.${subtotal}.${column.code}`,
      of: parts.map((row) => `applications.${row.code}.${column.code}`),
    }));
  });
  return withSums(draft, sums);
};

/** Table 3 prints a sum of the five organisation columns. */
export const organizationTotal: Content = (draft) => {
  const printed = [...draft.figures.keys()].filter((code) => code.startsWith('applications.') && code.endsWith('.total'));
  const sums = printed.map((code) => {
    const row = code.slice(0, -'.total'.length);
    return { code: `${row}.organization_total`, of: organizationColumns.map((column) => `${row}.${column}`) };
  });
  return withSums(draft, sums);
};
