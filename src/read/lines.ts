import type { DocumentFormat, Issue } from '../../schemas/report.ts';
import type { Doc, GridCell, Hints, Line } from '../model.ts';
import { foldWidth, isTraditional, simplifier } from './characters/fold.ts';
import { isPlain } from './characters/plain.ts';
import { mostCells, mostCharacters, mostLines } from './limits.ts';
import { UnreadableError } from './unreadable.ts';

/** A cell as a format gives it, before it has a place in the grid. */
export interface RawCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

/** Text without characters of no width: what stands between two digits and prints nothing parts no numbers. */
const visible = (text: string): string =>
  invisible.test(text) ? text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '') : text;

/** Widest grid that is still a table of a report; wider spans are a page's layout or hostile. */
const widestGrid = 200;
const articleHeading = /^[\s　]*[一二三四五六1-6]\s*[、.．]\s*(总体|總體|概述|主动公开|主動公開|工作|组织|組織)/;
interface Pending {
  readonly text: string;
  readonly table: number;
  readonly cells: readonly GridCell[] | null;
  /** The text is that of the cells, joined by tabs. */
  readonly joined: boolean;
  readonly even: boolean | undefined;
}

/** Collects what a document shows, in reading order, and gives it the one shape of `Doc`. */
export class DocBuilder {
  private pending: Pending[] = [];
  private tables = 0;
  private occupied: number[] = [];
  private characters = 0;
  private cells = 0;

  /** Number of lines so far. */
  get length(): number {
    return this.pending.length;
  }

  /** A paragraph; line breaks inside start new lines. */
  paragraph(shown: string): void {
    const text = visible(shown);
    if (text.includes('\n')) for (const part of text.split('\n')) this.push(part.trimEnd(), null);
    else this.push(text, null);
  }

  /** What the lines from one on show; they count from 0. */
  textsFrom(from: number): string[] {
    return this.pending.slice(from).map(({ text }) => text);
  }

  /** Empty lines before these, which count from 0 and are in order. */
  insertEmpty(places: readonly number[]): void {
    for (const place of places.toReversed())
      this.pending.splice(place, 0, { text: '', table: -1, cells: null, joined: false, even: undefined });
  }

  /** Begin a table: rows that follow belong to one grid. */
  beginTable(): void {
    this.tables++;
    this.occupied = [];
  }

  /**
   * A row of the current table. Cells are placed at the first free column, past those that span down from above.
   * The line shows the cells joined by tabs.
   */
  row(cells: readonly RawCell[]): void {
    const placed: GridCell[] = [];
    let [line, column] = ['', 0];
    for (const cell of cells) {
      while ((this.occupied[column] ?? 0) > 0) column++;
      const columns = Math.max(1, Math.min(cell.columns ?? 1, widestGrid));
      if (column + columns > widestGrid) break;
      const rows = Math.max(1, Math.min(cell.rows ?? 1, 2000));
      const text = isPlain(cell.text) ? cell.text : visible(cell.text).replace(/\s+/g, ' ').trim();
      line = placed.length === 0 ? text : `${line}\t${text}`;
      placed.push({ text, column, columns, rows });
      for (let at = column; at < column + columns; at++) this.occupied[at] = rows;
      column += columns;
    }
    for (let at = 0; at < this.occupied.length; at++) this.occupied[at] = Math.max(0, (this.occupied[at] ?? 0) - 1);
    this.push(line, placed, true);
  }

  /** A row whose cells have their columns already (text tables); `text` is the line as printed, `even` as in `GridRow`. */
  gridRow(text: string, cells: readonly GridCell[], even?: boolean): void {
    const plain = invisible.test(text) ? cells.map((cell) => ({ ...cell, text: visible(cell.text) })) : cells;
    this.push(visible(text), plain, false, even);
  }

  /**
   * Drop the lines (numbered from 1) that nobody sees, and those that are only links, where an article stands between them: a
   * report's own page. A list page keeps them, they are its content.
   */
  dropNavigation(linked: ReadonlySet<number>, unseen: ReadonlySet<number>): void {
    const isArticle = this.pending.some(({ text }, at) => !linked.has(at + 1) && !unseen.has(at + 1) && articleHeading.test(text));
    const isDropped = (text: string, n: number) => unseen.has(n) || (isArticle && linked.has(n) && !/20\d\d.*年度?报告/.test(text));
    if (isArticle || unseen.size > 0) this.pending = this.pending.filter(({ text }, at) => !isDropped(text, at + 1));
  }

  private push(text: string, cells: readonly GridCell[] | null, joined = false, even?: boolean): void {
    this.characters += text.length;
    this.cells += cells?.length ?? 0;
    if (this.pending.length >= mostLines) throw new UnreadableError('too_large', `文字超过 ${mostLines} 行`);
    if (this.characters > mostCharacters) throw new UnreadableError('too_large', `文字超过 ${mostCharacters} 字`);
    if (this.cells > mostCells) throw new UnreadableError('too_large', `表格超过 ${mostCells} 格`);
    this.pending.push({ text, table: this.tables - 1, cells, joined, even });
  }

  /** The document: lines numbered from 1, folded to half-width and, where the page is Traditional, to Simplified. */
  async finish(format: DocumentFormat, encoding: string | null, hints: Hints, issues: readonly Issue[] = []): Promise<Doc> {
    const shown = this.pending.map(({ text }) => text).join('\n');
    const traditional = isTraditional(shown);
    const simplify = traditional ? await simplifier() : (text: string) => text;
    const whole = foldWidth(shown);
    let from = 0;
    const lines = this.pending.map(({ text, table, cells, joined, even }, at): Line => {
      const folded = simplify(whole.slice(from, from + text.length));
      from += text.length + 1;
      if (!cells) return { n: at + 1, text, folded, row: undefined };
      // Most rows are printed as they fold.
      const same = joined && folded === text;
      const plain = same ? cells : joined ? cutCells(cells, folded) : foldCells(cells, simplify);
      return { n: at + 1, text, folded: same ? text : folded, row: { table, cells: plain, even } };
    });
    return { format, encoding, script: traditional ? 'traditional' : 'simplified', lines, hints, issues };
  }
}

/** The cells of a row out of its folded line. */
function cutCells(cells: readonly GridCell[], folded: string): GridCell[] {
  let from = 0;
  return cells.map(({ text, column, columns, rows }) => {
    const start = from;
    from += text.length + 1;
    return { text: folded.slice(start, start + text.length), column, columns, rows };
  });
}

const foldCells = (cells: readonly GridCell[], simplify: (text: string) => string): GridCell[] =>
  cells.map((cell) => ({ ...cell, text: simplify(foldWidth(cell.text)) }));
