import type { Section } from '../schemas/report.ts';
import type { TableSpan } from './extract/index.ts';
import type { GridRow, Line } from './model.ts';

/** A piece of running text: what stands outside the tables, with its place in its section's text. */
export interface Prose {
  /** Number of the section (contract 1). */
  readonly section: number;
  /** Where `text` begins in the section's text. */
  readonly offset: number;
  readonly text: string;
  /** Same length as `text`: half-width, Simplified. */
  readonly folded: string;
}

/** Tables by the lines they stand on. */
function byLine(spans: readonly TableSpan[]): readonly (readonly TableSpan[] | undefined)[] {
  const found: TableSpan[][] = [];
  for (const span of spans) {
    for (let line = span.first; line <= span.last; line++) {
      const others = found[line];
      if (others) others.push(span);
      else found[line] = [span];
    }
  }
  return found;
}

/** So long is a sentence in a cell: a label or a note of the forms ends without a full stop. */
const shortestSentence = 16;

type Stretch = readonly [from: number, to: number];

/** Sentences in the cells of a row: a table may lay out a page, or set each section beside its heading. */
function sentencesIn({ cells }: GridRow, folded: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const { text } of cells) {
    const at = folded.indexOf(text, from);
    if (at < 0) continue;
    from = at + text.length;
    if (text.length >= shortestSentence && text.includes('。')) found.push([at, from]);
  }
  return found;
}

/** What a line shows beside the tables that stand on it: the whole of it, what is before and behind them, or sentences in cells. */
function besides({ n, text, folded, row }: Line, tables: readonly TableSpan[] | undefined): readonly Stretch[] {
  if (row !== undefined && row.cells.length > 1) return tables === undefined && folded.includes('。') ? sentencesIn(row, folded) : [];
  if (tables === undefined) return [[0, text.length]];
  const found: Stretch[] = [];
  let from = 0;
  for (const table of tables) {
    found.push([from, n === table.first ? table.from : 0]);
    from = Math.max(from, n === table.last ? table.to : text.length);
  }
  return [...found, [from, text.length]];
}

/** Cut the tables out of the sections: whole lines, or the parts of a line before and behind a table. */
export function proseOf(lines: readonly Line[], sections: readonly Section[], spans: readonly TableSpan[]): Prose[] {
  const tables = byLine(spans);
  const prose: Prose[] = [];
  for (const [at, section] of sections.entries()) {
    const until = sections[at + 1]?.first_line ?? lines.length + 1;
    let offset = 0;
    for (const line of lines.slice(section.first_line - 1, until - 1)) {
      const { text, folded } = line;
      for (const [from, to] of besides(line, tables[line.n]))
        if (to > from)
          prose.push({ section: section.n, offset: offset + from, text: text.slice(from, to), folded: folded.slice(from, to) });
      offset += text.length + 1;
    }
  }
  return prose;
}
