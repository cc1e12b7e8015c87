import type { Report } from '../../schemas/report.ts';
import type { Truth, TruthCell } from './truth.ts';

/** A cell that was read otherwise than it should have been. */
export interface CellFault {
  readonly code: string;
  readonly got: number | null;
  readonly gotStatus: string;
  readonly want: number | null;
  readonly wantStatus: string;
}

/** How the cells of one document were read. */
export interface CellJudgement {
  readonly expected: number;
  readonly right: number;
  /** A number where the truth has another number, or none: the worst a reader can do. */
  readonly silent: readonly CellFault[];
  /** No number where the truth has one. */
  readonly missed: readonly CellFault[];
  /** The right value with a status, or a unit, that is not. */
  readonly status: readonly CellFault[];
  /** Codes listed more than once. */
  readonly repeated: readonly string[];
}

type Cell = Report['cells'][number];

const sameNumber = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b)));

function fault(code: string, want: TruthCell, got: Cell | undefined): CellFault {
  return { code, got: got?.value ?? null, gotStatus: got?.status ?? 'not listed', want: want.value, wantStatus: want.status ?? 'any' };
}

type Verdict = 'right' | 'silent' | 'missed' | 'status';

function judgeCell(want: TruthCell, got: Cell | undefined): Verdict {
  const answers = [want, ...(want.accept ?? [])];
  const value = got?.value ?? null;
  const fitting = answers.filter((answer) => sameNumber(answer.value, value));
  if (fitting.length === 0) {
    if (value !== null) return 'silent';
    return answers.some((answer) => answer.value === null) ? 'right' : 'missed';
  }
  const named = fitting.filter((answer) => {
    const statuses = [...(answer.status ? [answer.status] : []), ...(answer.status_any ?? [])];
    const statusFits = statuses.length === 0 || (got !== undefined && statuses.includes(got.status));
    return statusFits && (answer.unit === undefined || got === undefined || got.unit === answer.unit);
  });
  return named.length > 0 ? 'right' : 'status';
}

/** Tables of which no number may be reported. */
function bannedTables(truth: Truth): Set<string> {
  const gone = Object.entries(truth.tables ?? {}).filter(([, state]) => state === 'none' || state === 'absent');
  return new Set([...(truth.no_numbers ?? []), ...gone.map(([table]) => table)]);
}

/** Compare the cells of a report with the truth. */
export function judgeCells(truth: Truth, cells: readonly Cell[]): CellJudgement {
  const byCode = new Map<string, Cell>();
  const repeated: string[] = [];
  for (const cell of cells) {
    if (byCode.has(cell.code)) repeated.push(cell.code);
    else byCode.set(cell.code, cell);
  }
  const expected = Object.entries(truth.cells ?? {});
  const faults: Record<Verdict, CellFault[]> = { right: [], silent: [], missed: [], status: [] };
  for (const [code, want] of expected) faults[judgeCell(want, byCode.get(code))].push(fault(code, want, byCode.get(code)));
  const banned = bannedTables(truth);
  const known = new Set(expected.map(([code]) => code));
  const uncalledFor = [...byCode.values()].filter((cell) => {
    const [table = ''] = cell.code.split('.');
    return cell.value !== null && !known.has(cell.code) && banned.has(table);
  });
  const silent = [...faults.silent, ...uncalledFor.map((cell) => fault(cell.code, { value: null }, cell))];
  return {
    expected: expected.length,
    right: faults.right.length + faults.status.length,
    silent,
    missed: faults.missed,
    status: faults.status,
    repeated,
  };
}
