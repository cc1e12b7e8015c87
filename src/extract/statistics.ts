import { type Form, type FormRow, forms } from '../../schemas/forms/index.ts';
import type { FormId, Issue, ReportCell } from '../../schemas/report.ts';
import { issue } from '../issue.ts';
import { gridIndicators } from '../match/indicator-grid.ts';
import { textIndicators } from '../match/indicator-text.ts';
import type { IndicatorRow, IndicatorTable, IndicatorValue, ValueColumn } from '../match/indicators.ts';
import type { Doc } from '../model.ts';
import { readPrinted } from './number.ts';
import { ambiguousCell, blankCell, cellCode, lostCell, type TableReading, type TableSpan } from './reading.ts';
import { solveIndicators } from './statistics-runs.ts';

// The statistics form printed before 2019 (domain 1.5, 1.6): one indicator a row, of the year and in some versions since the beginning.
// Local versions add rows and leave some out; what no form knows is listed with its label, never dropped.

/** The statistics of a document: which form they follow, and what was read. */
export interface StatisticsReading extends TableReading {
  readonly form: FormId;
  readonly spans: readonly TableSpan[];
}

const units: Readonly<Record<string, string>> = {
  条: 'item',
  件: 'case',
  次: 'time',
  篇: 'item',
  个: 'item',
  人: 'person',
  人次: 'person',
  万元: 'CNY_10K',
  元: 'CNY',
};
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
  return reading.cells.length > 0 ? { form, spans: tables.flatMap((table) => spansOf(table, doc)), ...reading } : null;
}

function spansOf({ from, to }: IndicatorTable, doc: Doc): TableSpan[] {
  return doc.lines.slice(from.line - 1, to.line).map(({ n, folded }) => ({
    line: n,
    from: n === from.line ? from.at : 0,
    to: n === to.line ? Math.min(to.at, folded.length) : folded.length,
  }));
}

const statisticsForms = (forms as readonly Form[]).flatMap(({ id, tables }) =>
  tables.filter(({ table }) => table === 'statistics').map((table) => ({ id, table })),
);

/** The form whose own labels are printed most; those that several forms share tell only where no other does. Years tell nothing. */
function statisticsForm(rows: readonly IndicatorRow[]): FormId {
  const scores = statisticsForms.map(({ id, table }) => {
    const evidence = rows.filter(({ label }) => table.evidence.any.includes(label)).length;
    const known = rows.filter(({ indicators }) => indicators.some((one) => one.form === id && one.kind === 'row')).length;
    return { id, score: evidence * 100 + known };
  });
  return (scores.sort((a, b) => b.score - a.score)[0]?.id as FormId | undefined) ?? null;
}

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
      const unit = row.unit ? (units[row.unit] ?? null) : null;
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

const isHeading = ({ indicators }: IndicatorRow, form: string) => indicators.some((one) => one.form === form && one.kind === 'heading');

/**
 * What each row is in a form. A label that several blocks share (被依法纠错数 of reviews and of lawsuits) belongs to the block of the
 * row above; where that does not tell, it is a local row.
 */
function rowCodes(rows: readonly IndicatorRow[], form: string): Map<IndicatorRow, string> {
  const codes = new Map<IndicatorRow, string>();
  let block = '';
  for (const row of rows) {
    const own = row.indicators.filter((one) => one.form === form && one.kind === 'row').map(({ code }) => code);
    const [code] = own.length > 1 ? own.filter((candidate) => blockOf(candidate) === block) : own;
    if (code === undefined) continue;
    codes.set(row, code);
    block = blockOf(code);
  }
  return codes;
}

const blockOf = (code: string) => code.split('_')[0] ?? '';

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

function withUnit(cell: ReportCell, row: FormRow, { unit }: IndicatorRow): ReportCell {
  if (cell.value === null) return cell;
  const printed = unit ? units[unit] : undefined;
  const money = printed?.startsWith('CNY') ? printed : undefined;
  return { ...cell, unit: cell.unit ?? money ?? row.unit ?? null };
}

function formRows(id: string): readonly FormRow[] {
  const form = (forms as readonly Form[]).find((one) => one.id === id);
  return form?.tables.flatMap((table) => table.groups.flatMap(({ rows }) => rows)) ?? [];
}
