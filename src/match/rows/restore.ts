import type { Atom, PrintedRow } from './row.ts';

// Labels and numbers that a conversion set apart (edge-cases, layout 23). Only order and count may bring them together,
// and only where they leave one reading.

/** Whether a row of the form at hand; （六）其他处理 is one in form 2019 only. */
export type IsFormRow = (row: PrintedRow) => boolean;

const isFlat = (row: PrintedRow) => row.atoms.every(({ bordered }) => !bordered);

/** Every label stands behind its numbers: the first numbers have no label, the last label has no numbers. */
function labelsBehind(rows: readonly PrintedRow[], count: number): boolean {
  const body = rows.filter(({ sense, atoms }) => atoms.length > 0 || sense?.kind === 'row');
  const [first] = body;
  const last = body.at(-1);
  if (!first || !last || body.length < 4 || first.sense || last.atoms.length > 0 || last.sense?.kind !== 'row') return false;
  return body.slice(0, -1).every(({ atoms, sense }, at) => atoms.length === count && (at === 0 || sense !== null)) && body.every(isFlat);
}

function shiftBack(rows: readonly PrintedRow[]): PrintedRow[] {
  const body = rows.filter(({ sense, atoms }) => atoms.length > 0 || sense?.kind === 'row');
  return rows
    .filter((row) => row !== body[0])
    .map((row) => {
      const at = body.indexOf(row);
      return at > 0 ? { ...row, header: at === 1 ? (body[0]?.header ?? row.header) : row.header, atoms: body[at - 1]?.atoms ?? [] } : row;
    });
}

const sumHolds = (atoms: readonly Atom[]) => {
  const values = atoms.map(({ raw }) => (/^\d+$/.test(raw) ? Number(raw) : Number.NaN));
  const total = values.pop() ?? Number.NaN;
  return values.reduce((sum, value) => sum + value, 0) === total;
};

/** Several labels in one block, as many rows of numbers behind the last of them; each must have its own sum. */
function unstack(rows: readonly PrintedRow[], count: number, isFormRow: IsFormRow): PrintedRow[] {
  const restored = [...rows];
  for (let at = 1; at < restored.length; at++) {
    const row = restored[at];
    if (row?.sense?.kind !== 'row' || !isFlat(row) || row.atoms.length % count !== 0) continue;
    const lines = row.atoms.length / count;
    if (lines < 2) continue;
    const stack = restored
      .slice(0, at + 1)
      .filter(isFormRow)
      .slice(-lines);
    const empty = stack.slice(0, -1).every(({ atoms }) => atoms.length === 0);
    // A label out of the order of the form came from elsewhere: which of the rows is whose cannot be told.
    const inOrder = stack.every(({ sense }, k) => k === 0 || (sense?.order ?? 0) > (stack[k - 1]?.sense?.order ?? 0));
    const before = restored
      .slice(0, restored.indexOf(stack[0] ?? row))
      .filter(isFormRow)
      .at(-1);
    const chunks = stack.map((_, k) => row.atoms.slice(k * count, (k + 1) * count));
    if (stack.length !== lines || !empty || !inOrder || before?.atoms.length === 0 || !chunks.every(sumHolds)) continue;
    stack.forEach((one, k) => {
      restored[restored.indexOf(one)] = { ...one, atoms: chunks[k] ?? [] };
    });
  }
  return restored;
}

/** Bring labels and numbers of table 3 together where order and count leave one reading; else leave the rows alone. */
export function restoreRows(rows: readonly PrintedRow[], count: number, isFormRow: IsFormRow): PrintedRow[] {
  return labelsBehind(rows, count) ? shiftBack(rows) : unstack(rows, count, isFormRow);
}

/**
 * Rows between a label without figures and figures without a label: what stands behind their label may belong to the one
 * above it, and theirs be the figures that follow.
 */
export function doubtfulRows(rows: readonly PrintedRow[], isFormRow: IsFormRow): readonly PrintedRow[] {
  const body = rows.filter((row) => isFlat(row) && (row.atoms.length > 0 || isFormRow(row)));
  const isBare = (row: PrintedRow | undefined) => row !== undefined && row.atoms.length === 0;
  const isNameless = (row: PrintedRow | undefined) => row !== undefined && row.sense === null && row.atoms.length > 0;
  return body.filter((row, at) => row.atoms.length > 0 && isFormRow(row) && isBare(body[at - 1]) && isNameless(body[at + 1]));
}

/** Where a table prints figures beside their labels, figures on a line of their own between a label and a bare one may be of either. */
export function figuresBetweenLabels(rows: readonly PrintedRow[], isFormRow: IsFormRow): readonly PrintedRow[] {
  const body = rows.filter((row) => isFlat(row) && isFormRow(row));
  const isBeside = ({ atoms, line }: PrintedRow) => atoms[0]?.line === line;
  if (!body.some(isBeside)) return [];
  return body.filter((row, at) => row.atoms.length > 0 && !isBeside(row) && body[at + 1]?.atoms.length === 0);
}

/** The numbers of the columns, printed below a head. */
const countsUp = (atoms: readonly Atom[]): boolean => atoms.every(({ raw }, at) => raw === String(at + 1));

const figuresOf = ({ atoms }: PrintedRow) => atoms.filter(({ raw }) => raw !== '');

/** Flat rows in the pieces of a table that begin with a head. */
function pieces(rows: readonly PrintedRow[]): readonly (readonly PrintedRow[])[] {
  const cut: PrintedRow[][] = [];
  for (const row of rows.filter(isFlat)) {
    if (row.header.length > 0 || cut.length === 0) cut.push([]);
    cut.at(-1)?.push(row);
  }
  return cut;
}

/**
 * Rows of a flattened table where labels may stand behind their figures, as where the text of a page was taken in the order it was
 * drawn: below a head the first figures have no label, and what follows a label may be those of the next one. Where two heads
 * show it, no piece is sure. `whole`: only as many figures as the next row has count, fewer may be left over from the head.
 */
export function rowsBehindFigures(rows: readonly PrintedRow[], whole: boolean): readonly PrintedRow[] {
  const all = pieces(rows);
  const doubtful = all.filter(([first, ...others]) => {
    if (!first || first.sense !== null || countsUp(first.atoms)) return false;
    const figures = figuresOf(first).length;
    const next = others.slice(0, 7).find((one) => one.sense !== null && one.atoms.length > 0);
    return next !== undefined && figures > 0 && (!whole || figuresOf(next).length === figures);
  });
  return (doubtful.length > 1 ? all : doubtful).flat();
}
