import { clip, displayWidth, pad, printable, wrap } from './width.ts';

/** A column of a terminal table. `keep`: never narrowed, whatever the terminal's width. */
export interface TableColumn {
  readonly title: string;
  /** Break the title into lines of this many terminal columns. */
  readonly titleWidth?: number;
  readonly align?: 'left' | 'right';
  readonly keep?: boolean;
}

/** A laid-out table, line by line, so that each part can be coloured. */
export interface Lines {
  readonly titles: readonly string[];
  readonly rule: string;
  readonly rows: readonly string[];
}

const gap = '  ';
const narrowest = 6;

/** Take columns from the widest until the table fits. */
function narrow(widths: number[], columns: readonly TableColumn[], room: number): number[] {
  const fitted = [...widths];
  const total = () => fitted.reduce((sum, width) => sum + width + gap.length, -gap.length);
  for (let excess = total() - room; excess > 0; excess = total() - room) {
    const free = fitted.map((width, at) => (columns[at]?.keep ? 0 : width));
    const widest = Math.max(...free);
    if (widest <= narrowest) break;
    const second = Math.max(narrowest, ...free.filter((width) => width < widest));
    const at = free.indexOf(widest);
    fitted[at] = Math.max(second, widest - excess, narrowest);
    if (fitted[at] === widest) fitted[at] = widest - 1;
  }
  return fitted;
}

/** Title lines of all columns, the last line of each on the last row. */
function heads(columns: readonly TableColumn[]): string[][] {
  const broken = columns.map(({ title, titleWidth }) => (titleWidth === undefined ? [title] : wrap(title, titleWidth)));
  const height = Math.max(...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => broken.map((lines) => lines[at - height + lines.length] ?? ''));
}

/**
 * A table for the terminal, its columns aligned with Chinese counted double, cut to `room` terminal columns: lines of titles, a
 * rule, and a line per row. Control characters of cells are made visible.
 */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[], room: number): Lines {
  const body = rows.map((row) => columns.map((_, at) => printable(row[at] ?? '').replace(/[\t\n]+/g, ' ')));
  const titles = heads(columns);
  const natural = columns.map((_, at) => Math.max(0, ...titles.map((line) => displayWidth(line[at] ?? ''))));
  for (const row of body) for (const [at, text] of row.entries()) natural[at] = Math.max(natural[at] ?? 0, displayWidth(text));
  const widths = narrow(natural, columns, room);
  const line = (row: readonly string[]) =>
    row
      .map((text, at) => pad(clip(text, widths[at] ?? 0), widths[at] ?? 0, columns[at]?.align))
      .join(gap)
      .trimEnd();
  return { titles: titles.map(line), rule: widths.map((width) => '─'.repeat(width)).join(gap), rows: body.map(line) };
}
