import type { Section } from '../schemas/report.ts';
import type { TableSpan } from './extract/index.ts';
import type { Line } from './model.ts';

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

/** Cut the tables out of the sections: whole lines, or the parts of a line before and behind a table. */
export function proseOf(lines: readonly Line[], sections: readonly Section[], spans: readonly TableSpan[]): Prose[] {
  const tables = byLine(spans);
  const prose: Prose[] = [];
  for (const [at, section] of sections.entries()) {
    const until = sections[at + 1]?.first_line ?? lines.length + 1;
    let offset = 0;
    for (const { n, text, folded, row } of lines.slice(section.first_line - 1, until - 1)) {
      const isRow = row !== undefined && row.cells.length > 1;
      const part = (from: number, to: number) => {
        if (to > from)
          prose.push({ section: section.n, offset: offset + from, text: text.slice(from, to), folded: folded.slice(from, to) });
      };
      let from = 0;
      for (const table of (isRow ? undefined : tables[n]) ?? []) {
        part(from, n === table.first ? table.from : 0);
        from = Math.max(from, n === table.last ? table.to : text.length);
      }
      if (!isRow) part(from, text.length);
      offset += text.length + 1;
    }
  }
  return prose;
}
