import { clip, displayWidth, pad, printable } from './width.ts';

/** A column of a terminal table. `keep`: never narrowed, whatever the terminal's width. */
export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  readonly keep?: boolean;
}

/** How a cell of the body is shown after it was padded, for colour; must not change its width. */
export type Decorate = (padded: string, row: number, column: number) => string;

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

/**
 * A table for the terminal, its columns aligned with Chinese counted double, cut to `room` terminal columns.
 * Returns lines without a final newline. Control characters of cells are made visible.
 */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[], room: number, decorate?: Decorate): string[] {
  const body = rows.map((row) => columns.map((_, at) => printable(row[at] ?? '').replace(/[\t\n]+/g, ' ')));
  const natural = columns.map((column, at) =>
    body.reduce((max, row) => Math.max(max, displayWidth(row[at] ?? '')), displayWidth(column.title)),
  );
  const widths = narrow(natural, columns, room);
  const cell = (text: string, at: number) => pad(clip(text, widths[at] ?? 0), widths[at] ?? 0, columns[at]?.align);
  return [
    columns
      .map((column, at) => cell(column.title, at))
      .join(gap)
      .trimEnd(),
    widths.map((width) => '─'.repeat(width)).join(gap),
    ...body.map((row, n) =>
      row
        .map((text, at) => decorate?.(cell(text, at), n, at) ?? cell(text, at))
        .join(gap)
        .trimEnd(),
    ),
  ];
}
