import type { FormId, Issue, ReportCell } from '../../schemas/report.ts';
import { issue } from '../issue.ts';
import { gridIndicators } from '../match/indicators/grid.ts';
import type { IndicatorRow, IndicatorTable, IndicatorValue, ValueColumn } from '../match/indicators/indicators.ts';
import { textIndicators } from '../match/indicators/text.ts';
import type { Doc } from '../model.ts';
import { readPrinted } from './number.ts';
import { ambiguousCell, blankCell, cellCode, lostCell, type TableReading, type TableSpan } from './reading.ts';
import { formRows, isHeading, rowCodes, statisticsForm } from './statistics-form.ts';
import { solveIndicators } from './statistics-runs.ts';
import { printedUnit, withUnit } from './statistics-units.ts';

// The statistics form printed before 2019 (domain 1.5, 1.6): one indicator a row, of the year and in some versions since the beginning.
// Local versions add rows and leave some out; what no form knows is listed with its label, never dropped.

/** The statistics of a document: which form they follow, and what was read. */
export interface StatisticsReading extends TableReading {
  readonly form: FormId;
  readonly spans: readonly TableSpan[];
}

const listed = ['year', 'cumulative'] as const;
type Listed = (typeof listed)[number];

/** Read the statistics form of a document; null where none is printed. */
export function readStatistics(doc: Doc): StatisticsReading | null {
  const tables = [...gridIndicators(doc), ...textIndicators(doc)].sort((a, b) => a.from.line - b.from.line || a.from.at - b.from.at);
  const rows = tables.flatMap((table) => table.rows);
  if (rows.length === 0) return null;
  const form = statisticsForm(rows);
  const columns = [...new Set(tables.flatMap((table) => table.columns))];
  const reading = new Reader(form ?? '', columns, rows).read();
  return reading.cells.length > 0 ? { form, spans: tables.map(spanOf), ...reading } : null;
}

const spanOf = ({ from, to }: IndicatorTable): TableSpan => ({ first: from.line, from: from.at, last: to.line, to: to.at });

class Reader {
  private readonly form: string;
  private readonly columns: readonly ValueColumn[];
  private readonly rows: readonly IndicatorRow[];
  private readonly codes: ReadonlyMap<IndicatorRow, string>;
  private readonly issues: Issue[] = [];

  constructor(form: string, columns: readonly ValueColumn[], rows: readonly IndicatorRow[]) {
    this.form = form;
    this.columns = columns;
    this.rows = rows;
    this.codes = rowCodes(rows, form);
  }

  read(): TableReading {
    const cells: ReportCell[] = [];
    const solved = solveIndicators(this.rows, this.width());
    for (const row of formRows(this.form)) {
      const [first, ...others] = this.printed(row.code);
      if (!first) continue;
      if (others.some((other) => joined(other.values) !== joined(first.values))) {
        this.issues.push(issue('row_repeated', row.zh, first.line));
        cells.push(...this.cellsOf(row.code, first, null, true));
      } else cells.push(...this.cellsOf(row.code, first, solved.get(first) ?? null).map((cell) => withUnit(cell, row, first)));
    }
    return { cells: [...cells, ...this.localCells(solved)], issues: this.issues, rowCounts: [] };
  }

  private printed(code: string): readonly IndicatorRow[] {
    const own = this.rows.filter((row) => this.codes.get(row) === code);
    const filled = own.filter(({ values }) => values.length > 0);
    return filled.length > 0 ? filled : own.slice(0, 1);
  }

  /** Labelled numbers that the form does not know (contract 1). */
  private localCells(solved: ReadonlyMap<IndicatorRow, readonly number[]>): ReportCell[] {
    const local = this.rows.filter(
      (row) => !this.codes.has(row) && !isHeading(row, this.form) && row.label !== '' && row.values.some(({ raw }) => /\d/.test(raw)),
    );
    return local.flatMap((row, n) => {
      this.issues.push(issue('label_unknown', row.label, row.line));
      const unit = printedUnit(row);
      return this.cellsOf(`local_${n + 1}`, row, solved.get(row) ?? null).map((cell) => ({
        ...cell,
        raw_label: row.label,
        unit: cell.value === null ? null : (cell.unit ?? unit),
      }));
    });
  }

  /** Columns of numbers that a row has. */
  private width(): number {
    const named = this.columns.filter((column) => column !== 'other');
    return named.includes('cumulative') ? 2 : 1;
  }

  private cellsOf(row: string, printed: IndicatorRow, reading: readonly number[] | null, repeated = false): ReportCell[] {
    const columns: readonly Listed[] = this.width() === 2 ? listed : ['year'];
    const values = placed(printed, columns);
    const raw = joined(printed.values);
    const line = printed.values[0]?.line ?? printed.line;
    return columns.map((column, at): ReportCell => {
      const code = cellCode('statistics', row, column);
      if (reading) return { code, value: reading[at] ?? 0, status: 'solved', raw, unit: null, line };
      const own = repeated ? null : values?.[at];
      if (own) return readValue(code, own);
      if (raw !== '') return ambiguousCell(code, raw, line);
      return printed.bordered ? blankCell(code, printed.line) : lostCell(code);
    });
  }
}

const joined = (values: readonly IndicatorValue[]) =>
  values
    .map(({ raw }) => raw)
    .join(' ')
    .trim();

/** The value of each column: as the head names them, else as many as there are columns; null where that does not decide. */
function placed({ values }: IndicatorRow, columns: readonly Listed[]): readonly IndicatorValue[] | null {
  const named = columns.map((column) => values.filter((value) => value.column === column));
  if (named.every((own) => own.length === 1)) return named.flat();
  const plain = values.every(({ column }) => column === null);
  return plain && values.length === columns.length ? values : null;
}

function readValue(code: string, { raw, line }: IndicatorValue): ReportCell {
  const { value, status, unit } = readPrinted(raw, false);
  return { code, value, status, raw, unit: value === null ? null : unit, line };
}
