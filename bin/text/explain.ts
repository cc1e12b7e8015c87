import { tableCodes } from '../../schemas/forms/index.ts';
import type { Report, ReportCell } from '../../schemas/report.ts';
import type { Io } from '../io.ts';
import { digits } from './cells.ts';
import { columnLabel, rowLabel, tableLabel } from './labels.ts';
import { meaning } from './report.ts';
import { clip, pad, printable } from './width.ts';

/** Every line of the shown text by its number, from 1: the sections cut it without loss (contract 1). */
export function shownLines(report: Report): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  for (const section of report.sections)
    for (const [at, line] of section.text.split('\n').entries()) lines.set(section.first_line + at, line);
  return lines;
}

/** The shown text with its line numbers. */
export function numberedText(io: Io, report: Report): string {
  const lines = [...shownLines(report)];
  const width = String(lines.length).length;
  return lines.map(([n, line]) => `${io.style('dim', `${String(n).padStart(width)} │`)} ${printable(line)}`).join('\n');
}

function cellLine(io: Io, cell: ReportCell): string {
  const [table = '', row = '', column = ''] = cell.code.split('.');
  const value = cell.value === null ? 'null' : digits(cell.value);
  const label = `${cell.raw_label ?? io.text(rowLabel(table, row))} › ${io.text(columnLabel(table, row, column))}`;
  const raw = cell.raw === null ? '' : `“${printable(cell.raw)}” → `;
  return `      ${pad(clip(`${raw}${value}`, 20), 20)}  ${cell.code}\n      ${' '.repeat(20)}  ${io.style('dim', `${label}; ${meaning(io, 'cell_status', cell.status)}`)}`;
}

/** Where each cell comes from: its line in the document, what is printed there, and the rule that made it a value or left it null. */
export function explanation(io: Io, report: Report): string {
  const lines = shownLines(report);
  const told: string[] = [io.style('bold', printable(report.document.name))];
  for (const table of tableCodes) {
    const cells = report.cells.filter(({ code }) => code.startsWith(`${table}.`));
    if (cells.length === 0) continue;
    told.push('', `${io.style('bold', io.text(tableLabel(table)))}  ${meaning(io, 'form', report.forms[table])}`);
    let line: number | null | undefined;
    for (const cell of cells) {
      if (cell.line !== line) {
        line = cell.line;
        const text =
          line === null
            ? io.text({ zh: '（文件中没有此行）', en: '(the document does not hold this line)' })
            : printable(lines.get(line) ?? '');
        told.push(clip(`${line === null ? '    –' : String(line).padStart(5)} │ ${text.replaceAll('\t', ' ⇥ ')}`, io.width));
      }
      told.push(cellLine(io, cell));
    }
  }
  return told.join('\n');
}
