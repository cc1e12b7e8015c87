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

/** Cut the tables out of the sections: whole lines, or the parts of a line before and behind a table. */
export function proseOf(lines: readonly Line[], sections: readonly Section[], spans: readonly TableSpan[]): Prose[] {
  const byLine = new Map<number, TableSpan[]>();
  for (const span of spans) byLine.set(span.line, [...(byLine.get(span.line) ?? []), span]);
  const prose: Prose[] = [];
  sections.forEach((section, at) => {
    const until = sections[at + 1]?.first_line ?? lines.length + 1;
    let offset = 0;
    for (let n = section.first_line; n < until; n++) {
      const line = lines[n - 1];
      if (!line) continue;
      const { text, folded, row } = line;
      let from = 0;
      const push = (to: number) => {
        if (to > from && !(row && row.cells.length > 1))
          prose.push({ section: section.n, offset: offset + from, text: text.slice(from, to), folded: folded.slice(from, to) });
      };
      for (const span of byLine.get(n) ?? []) {
        push(span.from);
        from = Math.max(from, span.to);
      }
      push(text.length);
      offset += text.length + 1;
    }
  });
  return prose;
}
