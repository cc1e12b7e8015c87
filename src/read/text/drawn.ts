/** A line that draws between rows, whole (├───┼───┤, +---+---+) or beside a cell that goes on (│ 三、 ├───┤). */
const stroke = /[├┤┼┬┴┝┥╟╢╫╠╣╬+][─━═╌-]{2}|[─━═╌-]{2}[├┤┼┬┴┝┥╟╢╫╠╣╬+]/;
const bars = /[|｜│┃║]/g;
const drawsOnly = /^[\s|｜│┃║+=\-─━═╌├┤┼┬┴┌┐└┘╔╗╚╝╠╣╦╩╬]*$/;

/** A stretch of lines of a text, by their indexes. */
export interface DrawnRow {
  readonly from: number;
  readonly to: number;
}

const isDrawn = (line: string): boolean => stroke.test(line) || line.search(bars) >= 0;
const barsIn = (line: string): number => line.match(bars)?.length ?? 0;

/** Lines of the tallest row; where most stretches between rules are taller, the rules part something else. */
const tallestRow = 8;

/** The rows between the rules of one drawn table, those of several lines; none where rules do not part the rows. */
function rowsBetween(lines: readonly string[], from: number, to: number): DrawnRow[] {
  const groups: DrawnRow[] = [];
  let start = -1;
  for (let at = from; at <= to; at++) {
    const isRow = at < to && !stroke.test(lines[at] ?? '') && !drawsOnly.test(lines[at] ?? '');
    if (isRow && start < 0) start = at;
    else if (!isRow && start >= 0 && (at === to || stroke.test(lines[at] ?? ''))) {
      groups.push({ from: start, to: at });
      start = -1;
    }
  }
  const rows = groups.filter((group) => group.to - group.from <= tallestRow);
  const parted = groups.length >= 3 && rows.length * 4 >= groups.length * 3;
  return parted ? rows.filter((group) => group.to - group.from > 1 && isWhole(lines, group)) : [];
}

/** Every line of a row has the same borders: else a cell ends in its midst, and its lines are no one row. */
function isWhole(lines: readonly string[], { from, to }: DrawnRow): boolean {
  const count = barsIn(lines[from] ?? '');
  return count >= 2 && lines.slice(from, to).every((line) => barsIn(line) === count);
}

/**
 * Rows of drawn tables that run over several lines, by their first line: where a rule stands between every two rows, the
 * lines between two rules are one row, and what stands in one column of them is one cell (as browsers print tables as text).
 */
export function drawnRows(lines: readonly string[]): ReadonlyMap<number, DrawnRow> {
  const rows = new Map<number, DrawnRow>();
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (end < lines.length && isDrawn(lines[end] ?? '')) end++;
    for (const row of rowsBetween(lines, at, end)) rows.set(row.from, row);
    at = end + 1;
  }
  return rows;
}
