import { tableCodes } from '../../schemas/forms/index.ts';
import type { FormId, Report, ReportCell } from '../../schemas/report.ts';
import type { Io } from '../io.ts';
import { digits } from './cells.ts';
import { columnLabel, rowLabel, tableLabel } from './labels.ts';
import { meaning } from './report.ts';
import { clip, displayWidth, pad, printable } from './width.ts';

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

function cellLine(io: Io, form: FormId, cell: ReportCell, codeWidth: number): string {
  const [table = '', row = '', column = ''] = cell.code.split('.');
  const raw = cell.raw === null ? '' : `“${printable(cell.raw)}”`;
  const value = cell.value === null ? 'null' : digits(cell.value);
  const label = `${cell.raw_label ?? io.text(rowLabel(table, row, form))} › ${io.text(columnLabel(table, row, column, form))}`;
  const read = `      ${pad(clip(raw, 12), 12)} → ${pad(value, 8)}  ${pad(cell.code, codeWidth)}  `;
  const rule = `${meaning(io, 'cell_status', cell.status)}  ${label}`;
  const room = io.width - displayWidth(read);
  return room < 40
    ? `${read.trimEnd()}\n${' '.repeat(21)}${io.style('dim', clip(rule, io.width - 21))}`
    : read + io.style('dim', clip(rule, room));
}

function tableExplained(io: Io, report: Report, table: (typeof tableCodes)[number], lines: ReadonlyMap<number, string>): string[] {
  const cells = report.cells.filter(({ code }) => code.startsWith(`${table}.`));
  if (cells.length === 0) return [];
  const form = report.forms[table];
  const codeWidth = Math.max(...cells.map(({ code }) => code.length));
  const nowhere = io.text({ zh: '（文件中没有这一行）', en: '(the document does not hold this line)' });
  let last: number | null | undefined;
  const told = cells.flatMap((cell) => {
    const body = cellLine(io, form, cell, codeWidth);
    if (cell.line === last) return [body];
    last = cell.line;
    const text = cell.line === null ? nowhere : printable(lines.get(cell.line) ?? '').replaceAll('\t', ' ⇥ ');
    return [clip(`${cell.line === null ? '    –' : String(cell.line).padStart(5)} │ ${text}`, io.width), body];
  });
  return ['', `${io.style('bold', io.text(tableLabel(table, form)))}  ${meaning(io, 'form', form)}`, ...told];
}

/** Where each cell comes from: its line in the document, what is printed there, and the rule that made it a value or left it null. */
export function explanation(io: Io, report: Report): string {
  const lines = shownLines(report);
  return [
    io.style('bold', printable(report.document.name)),
    ...tableCodes.flatMap((table) => tableExplained(io, report, table, lines)),
  ].join('\n');
}
