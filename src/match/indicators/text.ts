import type { Doc } from '../../model.ts';
import { bareLabel, type Indicator, type IndicatorRow, type IndicatorTable, indicatorsOf, type ValueColumn } from './indicators.ts';
import { type Part, partsOf } from './parts.ts';

// Statistics forms without borders: a row a line, a cell a line, or everything on one line with no blank between label, unit and
// numbers (主动公开信息数条4251516其中:1.网站公开条4181509).

/** Words without one of which no such form is printed. */
const announced = /统计指标|指标名称|计量单位|历年累计|统计数|统计表|情况表/;
/** Characters of running text after which the form is over, or has not begun. */
const mostText = 24;
const fewestRows = 4;
const fewestUnmeasured = 12;
/** As many numbers that rise by one are no chance. */
const fewestSerials = 6;

interface Building {
  label: string;
  indicators: readonly Indicator[];
  unit: string | null;
  readonly numbers: Part[];
  readonly start: number;
  end: number;
}

/** Statistics forms in the running text of a document. */
export function textIndicators(doc: Doc): IndicatorTable[] {
  const { text, places } = runningText(doc);
  if (!announced.test(text)) return [];
  const lineAt = (at: number) =>
    places[
      Math.max(
        0,
        places.findLastIndex(({ start }) => start <= at),
      )
    ] ?? { line: 1, start: 0 };
  return stretches(text).map(({ rows, columns }) => {
    const [first, last] = [rows[0], rows.at(-1)];
    const start = lineAt(first?.start ?? 0);
    const end = lineAt(Math.max(0, (last?.end ?? 1) - 1));
    return {
      rows: rows.map((row) => indicatorRow(row, (at) => lineAt(at).line)),
      columns,
      from: { line: start.line, at: (first?.start ?? 0) - start.start },
      to: { line: end.line, at: (last?.end ?? 0) - end.start },
    };
  });
}

function runningText(doc: Doc) {
  let text = '';
  const places: { line: number; start: number }[] = [];
  for (const { n, folded, row } of doc.lines) {
    if (row) continue;
    places.push({ line: n, start: text.length });
    text += `${folded}\n`;
  }
  return { text, places };
}

function indicatorRow({ label, indicators, unit, numbers, start }: Building, lineAt: (at: number) => number): IndicatorRow {
  const { text, ordinal, partOf } = bareLabel(label);
  return {
    label: text,
    indicators: indicators.length > 0 ? indicators : indicatorsOf(text),
    unit,
    values: numbers.map((one) => ({ raw: one.text, line: lineAt(one.start), column: null })),
    line: lineAt(start),
    ordinal,
    partOf,
    bordered: false,
  };
}

interface Stretch {
  readonly rows: Building[];
  readonly columns: ValueColumn[];
}

const words = (text: string) => text.replace(/[(（][^()（）]*[)）]|其中/g, '').replace(/[^\u4e00-\u9fff]/g, '');

/** A label in a narrow column goes on in the line below its numbers. */
function endLabel(row: Building, below: string): void {
  const label = row.label + (below.trimStart().split('\n')[0] ?? '').trim();
  const indicators = row.indicators.length > 0 ? [] : indicatorsOf(bareLabel(label).text);
  if (indicators.length > 0) Object.assign(row, { label, indicators });
}

/** The serial number of a row stands behind the numbers of the row before: they rise by one through the whole form. */
function dropSerials(rows: readonly Building[]): void {
  const last = rows.slice(0, -1).map(({ numbers }) => (numbers.length > 1 ? Number(numbers.at(-1)?.text) : Number.NaN));
  if (last.length < fewestSerials) return;
  if (last.every((serial, at) => serial === (last[0] ?? 0) + at)) for (const { numbers } of rows.slice(0, -1)) numbers.pop();
}

/** Gathers rows that follow each other without running text between them. */
class Gatherer {
  readonly found: Stretch[] = [];
  private open: Stretch = { rows: [], columns: [] };
  private pending: Part | null = null;

  take(part: Part): void {
    const ahead = this.pending?.end === part.start ? this.pending : null;
    const row = this.open.rows.at(-1);
    if (part.kind === 'text') {
      if (row && row.numbers.length > 0) endLabel(row, part.text);
      if (words(part.text).length > mostText) this.close();
      this.pending = part;
      return;
    }
    if (part.kind === 'label') {
      const lead = ahead?.text.split('\n').at(-1) ?? '';
      // A known label behind other words (信函、传真申请数) is another label.
      this.begin(lead + part.text, words(lead) === '' ? part.indicators : [], part);
    } else if (part.kind === 'head' && (part.role === 'year' || part.role === 'cumulative')) this.open.columns.push(part.role);
    else if (part.kind === 'unit' && ahead && words(ahead.text) !== '') {
      this.begin(ahead.text.trimEnd().split('\n').at(-1) ?? '', [], ahead);
      this.measure(part);
    } else if (part.kind === 'unit' && row?.unit === null) this.measure(part);
    else if (part.kind === 'number' && this.pending && words(this.pending.text) !== '') this.close();
    else if (part.kind === 'number' && row) {
      row.numbers.push(part);
      row.end = part.end;
    }
    this.pending = null;
  }

  /** A form has at least four rows that are known, and most of its rows have a unit and a number; without units it is a long one. */
  close(): void {
    const { rows } = this.open;
    const known = rows.filter(({ indicators }) => indicators.some(({ kind }) => kind === 'row'));
    const measured = rows.some(({ unit }) => unit !== null);
    const complete = rows.filter(({ unit, numbers }) => numbers.length > 0 && (unit !== null || !measured));
    if (known.length >= (measured ? fewestRows : fewestUnmeasured) && complete.length * 2 >= known.length) {
      dropSerials(rows);
      this.found.push(this.open);
    }
    this.open = { rows: [], columns: [] };
  }

  private begin(label: string, indicators: readonly Indicator[], { start, end }: Part): void {
    this.open.rows.push({ label: label.trim(), indicators, unit: null, numbers: [], start, end });
  }

  private measure(part: Part): void {
    const row = this.open.rows.at(-1);
    if (row) Object.assign(row, { unit: part.text.replace(/^[(（](?:单位[:：])?|[)）]$/g, ''), end: part.end });
  }
}

function stretches(text: string): readonly Stretch[] {
  const gatherer = new Gatherer();
  for (const part of partsOf(text)) gatherer.take(part);
  gatherer.close();
  return gatherer.found;
}
