import { type Band, bandOf, overlaps } from './bands.ts';
import type { Row } from './headed-rows.ts';
import type { PageCell, PageTable } from './page.ts';
import type { Token } from './text.ts';

// The cells of a table whose columns heads tell.

/** Room beside the outermost columns. */
const margin = 5;

/** Where the columns of a table lie: the left edges of the columns behind its labels, and the right edge of the last. */
export interface Columns {
  readonly left: number;
  readonly edges: readonly number[];
}

/** The columns of a table by what stands in them, their edges midway between; null where a label reaches below the first head. */
export function columnsOf(bands: readonly Band[], rows: readonly Row[]): Columns | null {
  const [first, last] = [bands[0]?.left ?? 0, bands.at(-1)?.right ?? 0];
  const words = rows.flatMap((row) => row.words);
  const labels = words.filter((word) => word.left < first && !bands.some((band) => overlaps(band, word)));
  const labelled = labels.reduce((most, { right }) => Math.max(most, right), first - 2 * margin);
  if (labelled >= first) return null;
  const between = bands.slice(1).map(({ left }, n) => (left + (bands[n]?.right ?? left)) / 2);
  const left = words.reduce((least, word) => Math.min(least, word.left), first - 2 * margin) - margin;
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

const areApart = (places: readonly Span[]) => places.every(({ from }, n) => n === 0 || from >= (places[n - 1]?.to ?? 0));

/** Whether the words of each line of a head stand over columns of their own. */
export const headsFit = (head: readonly Row[], bands: readonly Band[], columns: Columns): boolean =>
  head.every(({ words }) => areApart(spans(words, bands, columns)));

/** The table of some rows, with its head above them. */
export function tableOf(body: readonly Row[], head: readonly Row[], columns: Columns, bands: readonly Band[]): PageTable {
  const all = [...head, ...body];
  const cells = all.flatMap((row, n): PageCell[] => {
    const places = n < head.length ? spans(row.words, bands, columns) : placed(row.figures, bands);
    const labels = row.words.filter((word) => !places.some((place) => place.word === word));
    return [...labelCells(n, labels, columns), ...columnCells(n, places, columns)];
  });
  const top = all.reduce((least, { line }) => Math.min(least, line.y - line.size), Number.POSITIVE_INFINITY);
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
