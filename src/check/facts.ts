import type { CellStatus, Report, ReportCell } from '../../schemas/report.ts';
import type { Line } from '../model.ts';
import { inUnit } from '../money.ts';
import { type Listing, listingOf } from './listing.ts';

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

/** The number a cell prints; null where there is none. A `solved` one was found with the very sums to be tested. */
export const printedValue = ({ status, value }: ReportCell): number | null =>
  status === 'reported' || status === 'reported_text' ? value : null;

/** The cells of a report by code; of several of one code the first. */
export class Cells {
  readonly listing: Listing;
  readonly #cells: readonly ReportCell[];

  constructor(cells: readonly ReportCell[]) {
    this.listing = listingOf(cells);
    this.#cells = cells;
  }

  /** A table's cells, in form order. */
  of(table: string): readonly ReportCell[] {
    const own: ReportCell[] = [];
    for (const place of this.listing.of(table)) {
      const cell = this.#cells[place];
      if (cell) own.push(cell);
    }
    return own;
  }

  get(code: string): ReportCell | undefined {
    return this.#cells[this.listing.place(code) ?? -1];
  }

  has(code: string): boolean {
    return this.listing.place(code) !== undefined;
  }

  /** The number printed by the cell at a place of the listing; null where there is none. */
  valueAt(place: number): number | null {
    const cell = this.#cells[place];
    return cell ? printedValue(cell) : null;
  }

  operand(code: string): Operand {
    const cell = this.get(code);
    const value = cell ? printedValue(cell) : null;
    return value === null ? { code, value, why: cell?.status ?? 'not_listed' } : { code, value };
  }

  /** An amount of money in a unit; no number where the label prints a unit that we do not have, as 千元. */
  amount(code: string, unit: 'CNY' | 'CNY_10K'): Operand {
    const printed = this.operand(code);
    if (printed.value === null) return printed;
    const value = inUnit(printed.value, this.get(code)?.unit ?? null, unit);
    return value === null ? { code, value, why: 'unit_unknown' } : { code, value };
  }
}

/** Split `<table>.<row>.<column>`. */
export function parts(code: string): { readonly table: string; readonly row: string; readonly column: string } {
  const first = code.indexOf('.');
  const last = code.lastIndexOf('.');
  return { table: code.slice(0, first), row: code.slice(first + 1, last), column: code.slice(last + 1) };
}
