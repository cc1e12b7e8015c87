import { type Sense, spelled } from '../labels/vocabulary.ts';
import type { Reordered } from './aligned.ts';
import type { AlignedLine, Piece } from './pieces.ts';
import { cell, figureCells, inColumns, type Place } from './places.ts';

// Clauses of table 2 whose rows leave cells empty: they have no sums, so that only heads far apart and figures right below them tell.

/** Blanks between two columns, at least: single ones are all that is left where a text does not keep its places. */
const widestGap = 2;
/** A clause has two or three columns; the only one of another needs no place. */
const [fewestHeads, mostHeads] = [2, 3];
/** Figures of all clauses that stand below their heads, at least, from which on it is no accident. */
const fewestFigures = 4;
/** Lines of a clause that show nothing, and clauses that are looked at. */
const [mostEmpty, mostClauses] = [3, 200];

const ofTable = (piece: Piece, kind: Sense['kind']): Sense | undefined =>
  spelled(piece.text)?.find((sense) => sense.table === 'disclosure' && sense.kind === kind);

const areApart = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ from }, at) => at === 0 || from - (pieces[at - 1]?.to ?? 0) >= widestGap);

/** The heads of a clause on one line, far apart; null where it is no such line. */
function headsOn({ words, figures }: AlignedLine | undefined = { words: [], figures: [] }): readonly Piece[] | null {
  if (figures.length > 0 || words.length > mostHeads + 1 || !areApart(words)) return null;
  const heads = words.filter((word) => ofTable(word, 'column'));
  const others = words.length - heads.length;
  const codes = new Set(heads.map((head) => ofTable(head, 'column')?.code));
  return heads.length >= fewestHeads && heads.length <= mostHeads && codes.size === heads.length && others <= 1 ? heads : null;
}

interface ClauseRow {
  readonly line: number;
  readonly label: Piece;
  readonly columns: readonly (Piece | undefined)[];
}

interface Clause {
  readonly head: number;
  readonly heads: readonly Piece[];
  readonly rows: readonly ClauseRow[];
}

/** The row on a line, its figures below the heads; null where it is none, or a figure stands elsewhere. */
function rowOn({ words, figures }: AlignedLine, line: number, heads: readonly Place[]): ClauseRow | null {
  const [label, ...others] = words;
  if (!label || others.length > 0 || !ofTable(label, 'row') || !areApart([label, ...figures])) return null;
  const columns = inColumns(figures, heads);
  return columns && { line, label, columns };
}

/** A clause below its heads; null where what stands there is no row of it, or a figure stands below no head. */
function clauseAt(lines: readonly AlignedLine[], at: number, to: number): Clause | null {
  const heads = headsOn(lines[at]);
  if (!heads) return null;
  const rows: ClauseRow[] = [];
  for (let line = at + 1, empty = 0; line < to && empty <= mostEmpty; line++) {
    const { words, figures } = lines[line] ?? { words: [], figures: [] };
    if (words.length + figures.length === 0) {
      empty++;
      continue;
    }
    if (figures.length === 0 && !(words[0] && ofTable(words[0], 'row'))) break;
    const row = rowOn({ words, figures }, line, heads);
    if (!row) return null;
    rows.push(row);
  }
  return rows.length > 0 ? { head: at, heads, rows } : null;
}

const filled = ({ rows }: Clause): number =>
  rows.reduce((sum, { columns }) => sum + columns.filter((figure) => figure !== undefined).length, 0);
const leavesEmpty = ({ rows }: Clause): boolean => rows.some(({ columns }) => columns.includes(undefined));

/** Whether a line may be the heads of a clause, wherever they stand. */
const namesHeads = ({ words, figures }: AlignedLine): boolean =>
  figures.length === 0 &&
  words.length >= fewestHeads &&
  words.length <= mostHeads + 1 &&
  words.filter((word) => ofTable(word, 'column')).length >= fewestHeads;

/** Whether a line may be a row of a clause that leaves cells empty. */
const leavesClause = ({ words: [label, ...others], figures }: AlignedLine): boolean =>
  figures.length > 0 && figures.length < mostHeads && label !== undefined && others.length === 0 && ofTable(label, 'row') !== undefined;

/** Whether there may be clauses that leave cells empty, by whatever measure. */
export const mayLeaveClauses = (lines: readonly AlignedLine[]): boolean => lines.some(leavesClause) && lines.some(namesHeads);

/** The clauses of table 2 that leave cells empty, read by the places of their figures: lines by the index of the first. */
export function placedClauses(lines: readonly AlignedLine[], from: number, to: number): ReadonlyMap<number, Reordered> {
  const clauses: Clause[] = [];
  for (let at = from; at < to && clauses.length < mostClauses; at++) {
    const clause = clauseAt(lines, at, to);
    if (!clause) continue;
    clauses.push(clause);
    at = clause.rows.at(-1)?.line ?? at;
  }
  const read = new Map<number, Reordered>();
  if (clauses.reduce((sum, clause) => sum + filled(clause), 0) < fewestFigures) return read;
  for (const { head, heads, rows } of clauses.filter(leavesEmpty)) {
    const others = (lines[head]?.words ?? []).filter((word) => !heads.includes(word));
    read.set(head, {
      to: head + 1,
      pieces: others,
      cells: ['', ...heads.map(({ text }) => text)].map((text, column) => cell(text, column, 0)),
    });
    for (const { line, label, columns } of rows)
      read.set(line, { to: line + 1, pieces: [], cells: [cell(label.text, 0, 0), ...figureCells(columns, line)] });
  }
  return read;
}
