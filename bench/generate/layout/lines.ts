import type { Draft, DraftSection, DraftTable } from '../draft/draft.ts';
import type { Paragraph } from '../draft/paragraph.ts';
import { type PrintedTable, printTable } from './grid.ts';
import type { TableLine } from './writers.ts';

/** One line of a rendered text: the section it belongs to, the figures it shows, the numbers it states. */
export interface OutLine {
  readonly text: string;
  readonly section: number;
  readonly codes?: readonly string[];
  readonly paragraph?: Paragraph;
}

/** Lines that stand for a printed table. */
export type TableText = (table: PrintedTable) => readonly TableLine[];

/** The printed table of a draft. */
export function draftTable(draft: Draft, table: DraftTable): PrintedTable {
  return printTable(table, { form: draft.forms[table], cells: draft.cells, style: draft.style });
}

function sectionLines(draft: Draft, section: DraftSection, write: TableText): OutLine[] {
  const table = section.table ? write(draftTable(draft, section.table)) : [];
  return [
    { text: section.heading, section: section.n },
    ...table.map((line) => ({ ...line, section: section.n })),
    ...section.paragraphs.map((paragraph) => ({ text: `　　${paragraph.text}`, section: section.n, paragraph })),
  ];
}

/** The whole report as lines: title, date, preamble, sections, signature. */
export function reportLines(draft: Draft, write: TableText): OutLine[] {
  const signature = draft.signed ? [draft.organ.name, draft.signed.text] : [];
  return [
    { text: draft.title, section: 0 },
    { text: `发布日期：${draft.published.text}`, section: 0 },
    { text: `　　${draft.preamble}`, section: 0 },
    ...draft.sections.flatMap((section) => sectionLines(draft, section, write)),
    ...signature.map((text) => ({ text, section: 6 })),
  ];
}
