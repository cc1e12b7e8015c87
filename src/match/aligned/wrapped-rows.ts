import type { AlignedLine, Piece } from './pieces.ts';
import { type WrappedLabel, wrappedLabels } from './wrapped-labels.ts';

/** A row over several lines: its label, its figures, and whatever else stands on its lines. */
export interface WrappedRow {
  readonly from: number;
  readonly to: number;
  readonly label: readonly Piece[];
  readonly figures: readonly Piece[];
  readonly others: readonly Piece[];
}

/** Rows whose label is wrapped, and the pieces of labels of groups, which stand beside several rows. */
export interface WrappedTable {
  readonly rows: readonly WrappedRow[];
  readonly groups: ReadonlySet<Piece>;
}

/** A label with the lines it is printed on. */
export interface Span extends WrappedLabel {
  readonly from: number;
  readonly to: number;
}

const spanOf = (label: WrappedLabel): Span => {
  const lines = label.pieces.map(({ line }) => line);
  return { ...label, from: Math.min(...lines), to: Math.max(...lines) + 1 };
};

/** Tells whether a label shares a line with another one of these. */
function meeting(spans: readonly Span[]): (span: Span) => boolean {
  const labels = new Map<number, number>();
  for (const { from, to } of spans) for (let line = from; line < to; line++) labels.set(line, (labels.get(line) ?? 0) + 1);
  return ({ from, to }) => {
    for (let line = from; line < to; line++) if ((labels.get(line) ?? 0) > 1) return true;
    return false;
  };
}

const isGroup = ({ senses }: Span) => senses.some(({ kind }) => kind === 'heading');

const sumHolds = (figures: readonly Piece[]) => {
  const values = figures.map(({ text }) => Number(text));
  return values.slice(0, -1).reduce((sum, value) => sum + value, 0) === values.at(-1);
};

/** The labels of rows of table 3, those that share a line with another one, and the pieces of labels of groups beside them. */
export function labelledRows(lines: readonly AlignedLine[], from: number, to: number) {
  const all = wrappedLabels(lines, from, to).map(spanOf);
  const isBesideOthers = meeting(all);
  const groups = new Set(all.filter((span) => isGroup(span) && isBesideOthers(span)));
  const labels = all.filter((span) => !groups.has(span) && span.senses.some(({ kind }) => kind === 'row'));
  const grouped: ReadonlySet<Piece> = new Set([...groups].flatMap(({ pieces }) => pieces));
  return { labels, isShared: meeting(labels), grouped };
}

/**
 * Rows of table 3 whose label is wrapped, with the figures that stand beside it: on the lines from the label's first to its last, on
 * which no other row's label stands. `count`: columns of the table, null where places do not tell them. （六）其他处理 is the label of
 * a group where it stands beside others, else of a row.
 */
export function wrappedRows(lines: readonly AlignedLine[], from: number, to: number, count: number | null): WrappedTable {
  const { labels, isShared, grouped } = labelledRows(lines, from, to);
  const rows = labels.flatMap((span): WrappedRow[] => {
    if (span.to - span.from < 2 || isShared(span)) return [];
    const inside = lines.slice(span.from, span.to);
    const figures = figuresOf(
      inside.map((line) => line.figures).filter((some) => some.length > 0),
      count,
    );
    if (!figures) return [];
    const others = inside.flatMap(({ words }) => words).filter((word) => !span.pieces.includes(word) && !grouped.has(word));
    return [{ from: span.from, to: span.to, label: span.pieces, figures, others }];
  });
  return { rows, groups: grouped };
}

/** The figures of one row, at two heights only where they are as many as its columns (if places tell them), each in its own, and add up. */
function figuresOf(lines: readonly (readonly Piece[])[], count: number | null): readonly Piece[] | null {
  const [first, second, ...more] = lines;
  if (!first || more.length > 0) return null;
  if (!second) return first;
  const both = [...first, ...second].sort((a, b) => a.from - b.from);
  const apart = both.every(({ from }, at) => at === 0 || from > (both[at - 1]?.to ?? 0));
  return both.length === count && apart && sumHolds(both) ? both : null;
}
