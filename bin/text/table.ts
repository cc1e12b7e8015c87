import { clip, displayWidth, pad, printable, wrap } from './width.ts';

/** A column of a terminal table. What is aligned right, or kept, is never cut: half a number would be another number. */
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

/** Take from the widest column that may be narrowed until the table fits; a table of numbers alone may stay wider. */
function narrow(widths: readonly number[], least: readonly number[], room: number): number[] {
  const fitted = [...widths];
  const total = () => fitted.reduce((sum, width) => sum + width + gap.length, -gap.length);
  for (let excess = total() - room; excess > 0; excess = total() - room) {
    const free = fitted.map((width, at) => (width > (least[at] ?? 0) ? width : 0));
    const widest = Math.max(...free);
    if (widest === 0) break;
    const at = free.indexOf(widest);
    const second = Math.max(0, ...free.filter((width) => width < widest));
    fitted[at] = Math.min(widest - 1, Math.max(second, widest - excess, least[at] ?? 0));
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
  const inBody = columns.map(() => 0);
  for (const row of body) for (const [at, text] of row.entries()) inBody[at] = Math.max(inBody[at] ?? 0, displayWidth(text));
  const natural = inBody.map((width, at) => Math.max(width, ...titles.map((line) => displayWidth(line[at] ?? ''))));
  const least = columns.map(({ align, keep }, at) =>
    align === 'right' || keep ? (inBody[at] ?? 0) : Math.min(narrowest, natural[at] ?? 0),
  );
  const widths = narrow(natural, least, room);
  const line = (row: readonly string[]) =>
    row
      .map((text, at) => pad(clip(text, widths[at] ?? 0), widths[at] ?? 0, columns[at]?.align))
      .join(gap)
      .trimEnd();
  return { titles: titles.map(line), rule: widths.map((width) => '─'.repeat(width)).join(gap), rows: body.map(line) };
}
