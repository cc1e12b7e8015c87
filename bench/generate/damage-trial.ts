import type { Report, ReportCell } from '../../schemas/report.ts';
import { parseDocument } from '../../src/parse.ts';
import { type DamagePlan, damagedLayout, damages, undressed } from './damage.ts';
import { type Draft, draftReport, draftTables } from './draft/draft.ts';
import type { PrintedCell } from './draft/printed.ts';
import { type Layout, layouts } from './layout/layouts.ts';
import { createRandom } from './random.ts';
import { renderDraft } from './render.ts';

/** What reading a damaged text gave. */
export interface Trial {
  readonly name: string;
  /** Numbers read that the undamaged report does not print in that cell. */
  readonly wrong: readonly string[];
  /** Of these, those that a printed sign or counter ties to their column. */
  readonly tied: number;
  /** The damaged text is, letter for letter, what another report prints: then its numbers are right. */
  readonly isAnotherReport: boolean;
}

/**
 * The report that the reading says was printed: cells read with certainty as they were read. What was read without
 * certainty was printed somehow: `unread` gives one way (as before, or as a figure that the layout leaves no trace of).
 */
function reportAsRead(read: readonly ReportCell[], draft: Draft, unread: (cell: PrintedCell) => string): Draft {
  const certain = new Map(
    read.filter((cell) => cell.value !== null || cell.status === 'blank' || cell.status === 'na_mark').map((cell) => [cell.code, cell]),
  );
  const cells = [...draft.cells.values()].map((printed): PrintedCell => {
    const cell = certain.get(printed.code);
    if (!cell) return { ...printed, raw: unread(printed) };
    return { ...printed, raw: cell.status === 'solved' ? String(cell.value) : (cell.raw ?? ''), value: cell.value, status: cell.status };
  });
  return { ...draft, cells: new Map(cells.map((cell) => [cell.code, cell])) };
}

/**
 * Blanks between digits that ran together fall where they may, full-width figures are read as half-width ones, what fills a row
 * prints as an empty cell does: texts are compared without any of these. */
function comparable(bytes: Uint8Array, layout: Layout): string {
  const text = Buffer.from(bytes)
    .toString(layout.content ? 'utf8' : 'latin1')
    .normalize('NFKC');
  if (layout.name.includes('padded')) return text.replace(/\s*[|]\s*/g, '|');
  return layout.name === 'run_with_spaces' ? text.replaceAll(' ', '') : text;
}

/** Render what was read back, and see whether the damaged text comes out. */
function rendersBack(report: Report, draft: Draft, layout: Layout, plan: DamagePlan, damaged: Uint8Array): boolean {
  const { content: _, ...again } = layout;
  const inTable = (cell: PrintedCell) => cell.code.startsWith(`${plan.table}.`);
  const traceless = ['0', ''];
  const whole = traceless.map((raw) => (cell: PrintedCell) => (inTable(cell) ? raw : cell.raw));
  const single = [...draft.cells.values()]
    .filter(inTable)
    .flatMap(({ code }) => traceless.map((raw) => (cell: PrintedCell) => (cell.code === code ? raw : cell.raw)));
  const text = comparable(damaged, layout);
  const ways = [(cell: PrintedCell) => cell.raw, ...whole, ...single];
  return ways.some((unread) => comparable(renderDraft(reportAsRead(report.cells, draft, unread), again).bytes, layout) === text);
}

/** A printed sign or counter ties a number to one column even in a row with other counts (contract 1), also if it came from another row. */
function isTied(cell: ReportCell, all: readonly ReportCell[]): boolean {
  const row = cell.code.slice(0, cell.code.lastIndexOf('.') + 1);
  return /^[+-]\d|[项元]$/.test(cell.raw ?? '') && all.some((other) => other.code.startsWith(row) && other.status === 'ambiguous');
}

const sameValue = (read: number, printed: number | null | undefined) =>
  printed !== null && printed !== undefined && Math.abs(read - printed) <= 1e-6 * Math.max(1, Math.abs(printed));

/** Damage one cell or line of each table of a random report, read it, and compare with what was printed. */
export async function damageTrial(seed: number): Promise<Trial> {
  const chosen = layouts[seed % layouts.length];
  if (!chosen) throw new Error('no layouts');
  const layout = undressed(chosen);
  const random = createRandom(seed, 'damage trial');
  const plan: DamagePlan = { table: random.pick(draftTables), damage: random.pick(damages), unit: random.pick(['cell', 'line']) };
  const original = draftReport(seed);
  const draft = layout.content ? layout.content(original, createRandom(seed, layout.name)) : original;
  const { bytes } = renderDraft(original, damagedLayout(layout, plan, seed));
  const { report } = await parseDocument(bytes, { name: `damaged.${layout.medium}` });
  const otherwise = report.cells.filter((cell) => cell.value !== null && !sameValue(cell.value, draft.cells.get(cell.code)?.value));
  const wrong = otherwise.map(
    (cell) => `${cell.code}: ${cell.value} (${cell.status}, raw ${cell.raw}) instead of ${draft.cells.get(cell.code)?.value}`,
  );
  return {
    name: `${layout.name} seed ${seed} ${plan.damage} ${plan.unit} of ${plan.table}`,
    wrong,
    tied: otherwise.filter((cell) => isTied(cell, report.cells)).length,
    isAnotherReport: wrong.length > 0 && rendersBack(report, draft, layout, plan, bytes),
  };
}
