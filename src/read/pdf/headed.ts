import { areOneEach, type Band, bandOf, columnBands, headBands, overlaps } from './bands.ts';
import { headAbove, isHeadWord, type Row, rowsBelow } from './headed-rows.ts';
import { looseFigures } from './loose-figures.ts';
import { partsOf, type RowLine } from './open-lines.ts';
import type { PageCell, PageTable } from './page.ts';
import type { TextLine, Token } from './text.ts';

// Tables without downward rules: a figure is of the column whose head it stands below, and a cell is empty where none stands.

/** Fewer heads beside each other may be any two words. */
const fewestHeads = 2;
/** Room beside the outermost columns. */
const margin = 5;

/** Where the columns of a table lie: the left edges of the columns behind its labels, and the right edge of the last. */
export interface Columns {
  readonly left: number;
  readonly edges: readonly number[];
}

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
  let done = 0;
  const take = ({ table, columns, from, to }: Headed) => {
    put(done, from);
    found.tables.push(table);
    found.open = lines.slice(to).every(isFurniture) ? columns : null;
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
  const bands = headBands(head.map(({ words }) => words.filter(isHeadWord)));
  if (bands.length < fewestHeads) return null;
  const labelled = rows[at]?.words.at(-1)?.right ?? Number.NEGATIVE_INFINITY;
  const labels = bands.filter(({ left }) => left < labelled).length;
  // The head over the labels may begin behind the first of them.
  const tables = [labels, labels + 1].flatMap((skipped) => tableBelow(rows, at, head, bands.slice(skipped)) ?? []);
  const [table, other] = tables;
  return table && other && other.to > table.to ? other : (table ?? null);
}

function tableBelow(rows: readonly Row[], at: number, above: readonly Row[], heads: readonly Band[]): Headed | null {
  const [first] = heads;
  if (!first) return null;
  const to = rowsBelow(rows, at, first.left);
  const body = rows.slice(at, to);
  const bands = columnBands(
    heads,
    body.map(({ figures }) => figures),
  );
  const head = above.slice(
    above.findIndex(({ words }) => words.some((word) => isHeadWord(word) && heads.some((one) => overlaps(one, word)))),
  );
  const columns = bands && body.length > 0 ? edgesOf(bands, [...head, ...body]) : null;
  if (!bands || !columns || head.some(({ words }) => !isInOrder(spans(words, bands, columns)))) return null;
  return { table: tableOf(body, head, columns, bands), columns, from: at - head.length, to };
}

/** Edges midway between columns, and between labels and the first; null where a label reaches below its head. */
function edgesOf(bands: readonly Band[], rows: readonly Row[]): Columns | null {
  const [first, last] = [bands[0]?.left ?? 0, bands.at(-1)?.right ?? 0];
  const words = rows.flatMap((row) => row.words);
  const labels = words.filter((word) => word.left < first && !bands.some((band) => overlaps(band, word)));
  const labelled = Math.max(...labels.map(({ right }) => right), first - 2 * margin);
  if (labelled >= first) return null;
  const between = bands.slice(1).map(({ left }, n) => (left + (bands[n]?.right ?? left)) / 2);
  const left = Math.min(...words.map((word) => word.left), first - 2 * margin) - margin;
  return { left, edges: [(labelled + first) / 2, ...between, last + margin] };
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly word: Token;
}

/** The columns that the words of a head stand over. */
function spans(words: readonly Token[], bands: readonly Band[], { edges }: Columns): Span[] {
  return words
    .filter(({ right }) => right > (edges[0] ?? 0))
    .map((word) => {
      const over = bands.flatMap((band, n) => (overlaps(band, word) ? [n] : []));
      const [from, to] = [over[0], over.at(-1)];
      const between = edges.slice(1).findIndex((edge) => word.left + word.right < 2 * edge);
      return { from: from ?? between, to: (to ?? between) + 1, word };
    });
}

const isInOrder = (places: readonly Span[]) => places.every(({ from }, n) => n === 0 || from >= (places[n - 1]?.to ?? 0));

function tableOf(body: readonly Row[], head: readonly Row[], columns: Columns, bands: readonly Band[]): PageTable {
  const all = [...head, ...body];
  const cells = all.flatMap((row, n): PageCell[] => {
    const places = n < head.length ? spans(row.words, bands, columns) : placed(row.figures, bands);
    const labels = row.words.filter((word) => !places.some((place) => place.word === word));
    return [...labelCells(n, labels, columns), ...columnCells(n, places, columns)];
  });
  const top = Math.min(...all.map(({ line }) => line.y - line.size));
  return { kind: 'table', top, left: columns.left, right: columns.edges.at(-1) ?? 0, rows: all.length, cells };
}

const placed = (figures: readonly Token[], bands: readonly Band[]): Span[] =>
  figures.map((word) => {
    const from = bandOf(bands, word);
    return { from, to: from + 1, word };
  });

function labelCells(row: number, words: readonly Token[], { left, edges: [end = left] }: Columns): PageCell[] {
  if (words.length === 0) return [{ row, rows: 1, left, right: end, text: '' }];
  return words.map(({ text, left: from }, n) => ({ row, rows: 1, left: n === 0 ? left : from, right: words[n + 1]?.left ?? end, text }));
}

/** A cell a column, empty where nothing stands in it. */
function columnCells(row: number, places: readonly Span[], { edges }: Columns): PageCell[] {
  const cells: PageCell[] = [];
  for (let n = 0; n < edges.length - 1; ) {
    const place = places.find(({ from }) => from === n);
    const to = place?.to ?? n + 1;
    cells.push({ row, rows: 1, left: edges[n] ?? 0, right: edges[to] ?? 0, text: place?.word.text ?? '' });
    n = to;
  }
  return cells;
}
