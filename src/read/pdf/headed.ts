import { areOneEach, type Band, columnBands, type Head, headsOf, overlaps } from './bands.ts';
import { type Columns, columnsOf, headsFit, tableOf } from './headed-cells.ts';
import { headAbove, isHeadWord, type Row, rowsBelow } from './headed-rows.ts';
import { looseFigures } from './loose-figures.ts';
import { partsOf, type RowLine } from './open-lines.ts';
import type { PageTable } from './page.ts';
import type { TextLine } from './text.ts';

// Tables without downward rules: a figure is of the column whose head it stands below, and a cell is empty where none stands.

/** Fewer heads beside each other may be any two words. */
const fewestHeads = 2;

/** What is found of such tables on a page. */
export interface HeadedTables {
  readonly tables: PageTable[];
  readonly rest: TextLine[];
  /** The columns of a table that the end of the page may cut. */
  readonly open: Columns | null;
}

interface Headed {
  readonly table: PageTable;
  readonly columns: Columns;
  readonly from: number;
  readonly to: number;
}

/** Find the tables that heads tell among lines outside of all rules; `cut` are the columns of one that the page before may have cut. */
export function headedTables(lines: readonly RowLine[], cut: Columns | null, isFurniture: (line: TextLine) => boolean): HeadedTables {
  const rows = lines.map((line): Row => ({ ...partsOf(line), torn: line.torn }));
  const found: HeadedTables & { open: Columns | null } = { tables: [], rest: [], open: null };
  const put = (from: number, to: number) => {
    for (const line of lines.slice(from, to))
      if (line.torn) found.tables.push(looseFigures(line));
      else found.rest.push(line);
  };
  const lastShown = lines.findLastIndex((line) => !isFurniture(line));
  let done = 0;
  const take = ({ table, columns, from, to }: Headed) => {
    put(done, from);
    found.tables.push(table);
    found.open = to > lastShown ? columns : null;
    done = to;
  };
  const first = cut && continued(rows, cut, isFurniture);
  if (first) take(first);
  for (let at = done; at < rows.length; at = Math.max(at + 1, done)) {
    const headed = (rows[at]?.figures.length ?? 0) > 0 ? headedTable(rows, at, done) : null;
    if (headed) take(headed);
  }
  put(done, lines.length);
  return found;
}

/** The rows at the top of a page that go on below the heads of the page before. */
function continued(rows: readonly Row[], { left, edges }: Columns, isFurniture: (line: TextLine) => boolean): Headed | null {
  const [edge = left] = edges;
  const from = rows.findIndex(({ words, line }) => !isFurniture(line) || (words.length > 0 && words.every(({ right }) => right <= edge)));
  const to = rowsBelow(rows, from, edge);
  const columns = edges.slice(1).map((right, n): Band => ({ left: edges[n] ?? right, right }));
  const body = rows.slice(from, to);
  const figures = body.map((row) => row.figures);
  if (from < 0 || to === from || !areOneEach(columns, figures)) return null;
  return { table: tableOf(body, [], { left, edges }, columns), columns: { left, edges }, from, to };
}

/** The table whose head ends above row `at`, the first with figures; null where places do not tell its columns. */
function headedTable(rows: readonly Row[], at: number, since: number): Headed | null {
  const head = headAbove(rows, at, since);
  const heads = headsOf(head.map(({ words }) => words.filter(isHeadWord)));
  if (heads.length < fewestHeads) return null;
  const labelled = rows[at]?.words.at(-1)?.right ?? Number.NEGATIVE_INFINITY;
  const labels = heads.filter(({ left }) => left < labelled).length;
  // The head over the labels may begin behind the first of them.
  const tables = [labels, labels + 1].flatMap((skipped) => tableBelow(rows, at, head, heads.slice(skipped)) ?? []);
  const [table, other] = tables;
  return table && other && other.to > table.to ? other : (table ?? null);
}

function tableBelow(rows: readonly Row[], at: number, above: readonly Row[], heads: readonly Head[]): Headed | null {
  const [first] = heads;
  if (!first) return null;
  const to = rowsBelow(rows, at, first.left);
  const body = rows.slice(at, to);
  const bands = columnBands(
    heads,
    body.map(({ figures }) => figures),
  );
  const from = above.findIndex(({ words }) => words.some((word) => isHeadWord(word) && heads.some((head) => overlaps(head, word))));
  const head = withWholeHeads(above.slice(from), heads);
  const columns = bands && body.length > 0 ? columnsOf(bands, [...head, ...body]) : null;
  if (!bands || !columns || !headsFit(head, bands, columns)) return null;
  return { table: tableOf(body, head, columns, bands), columns, from: at - above.length + from, to };
}

/** The lines of a head with the heads of the columns whole, all on the line on which the last of them ends. */
function withWholeHeads(lines: readonly Row[], heads: readonly Head[]): Row[] {
  const pieces = new Set(heads.flatMap((head) => head.pieces));
  const last = lines.findLastIndex(({ words }) => words.some((word) => pieces.has(word)));
  return lines.flatMap((row, n) => {
    const others = row.words.filter((word) => !pieces.has(word));
    const words = n === last ? [...others, ...heads.map(({ whole }) => whole)].sort((a, b) => a.left - b.left) : others;
    return words.length > 0 ? [{ ...row, words }] : [];
  });
}
