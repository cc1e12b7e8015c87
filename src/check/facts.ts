import type { CellStatus, Report, ReportCell } from '../../schemas/report.ts';
import type { Line } from '../model.ts';
import { inUnit } from '../money.ts';

/** A row whose number of printed values is not the number of its columns (Q06). */
export interface RowCount {
  /** Row as `<table>.<row>`. */
  readonly row: string;
  readonly values: number;
  readonly columns: number;
}

/** A percentage of a breakdown, printed beside a mention: 网上申请83宗,占93.3%. Feeds N09 and N10. */
export interface Share {
  /** Code of the mention it stands beside, and that mention's value. */
  readonly code: string;
  readonly value: number;
  readonly percent: number;
  /** Decimals as printed: 93.3 has one. */
  readonly decimals: number;
}

/** All that the checks over one report look at. */
export interface CheckFacts extends Pick<Report, 'agency' | 'report' | 'forms' | 'tables' | 'cells' | 'mentions'> {
  /** The document's lines, for signs of dropped repetitions (Q01). */
  readonly lines: readonly Line[];
  readonly shares: readonly Share[];
  readonly rowsWithOtherCount: readonly RowCount[];
  /** False where no period is printed and the calendar year was assumed. */
  readonly periodStated: boolean;
}

/** A cell as an operand: its number, or the reason why there is none. */
export type Operand =
  | { readonly code: string; readonly value: number }
  | { readonly code: string; readonly value: null; readonly why: Why };
type Why = CellStatus | 'not_listed' | 'unit_unknown';

/** The cells of a report by code. Only printed values count: a `solved` one was found with the very sums to be tested. */
export class Cells {
  readonly #byCode = new Map<string, ReportCell>();
  readonly #codes = new Map<string, string[]>();

  constructor(cells: readonly ReportCell[]) {
    let [table, codes]: [string, string[]] = ['', []];
    for (const cell of cells) {
      const { code } = cell;
      if (this.#byCode.has(code)) continue;
      this.#byCode.set(code, cell);
      // The cells of a table follow each other: most are of the same one as the cell before.
      if (table === '' || !code.startsWith(table)) {
        table = code.slice(0, code.indexOf('.') + 1);
        codes = this.#codes.get(table) ?? [];
        this.#codes.set(table, codes);
      }
      codes.push(code);
    }
  }

  /** Codes of a table's cells, in form order. */
  of(table: string): readonly string[] {
    return this.#codes.get(`${table}.`) ?? [];
  }

  get(code: string): ReportCell | undefined {
    return this.#byCode.get(code);
  }

  has(code: string): boolean {
    return this.#byCode.has(code);
  }

  /** The number a cell prints; null where there is none. */
  value(code: string): number | null {
    const cell = this.#byCode.get(code);
    return cell && (cell.status === 'reported' || cell.status === 'reported_text') ? cell.value : null;
  }

  operand(code: string): Operand {
    const value = this.value(code);
    return value === null ? { code, value, why: this.#byCode.get(code)?.status ?? 'not_listed' } : { code, value };
  }

  /** An amount of money in a unit; no number where the label prints a unit that we do not have, as 千元. */
  amount(code: string, unit: 'CNY' | 'CNY_10K'): Operand {
    const printed = this.operand(code);
    if (printed.value === null) return printed;
    const value = inUnit(printed.value, this.#byCode.get(code)?.unit ?? null, unit);
    return value === null ? { code, value, why: 'unit_unknown' } : { code, value };
  }
}

/** Split `<table>.<row>.<column>`. */
export function parts(code: string): { readonly table: string; readonly row: string; readonly column: string } {
  const first = code.indexOf('.');
  const last = code.lastIndexOf('.');
  return { table: code.slice(0, first), row: code.slice(first + 1, last), column: code.slice(last + 1) };
}
