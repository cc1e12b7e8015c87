import { allForms, type FormTable, type TableCode, tableCodes } from '../../schemas/forms/index.ts';
import type { FormId, Issue, Report, ReportCell, TableState } from '../../schemas/report.ts';
import { append } from '../append.ts';
import type { RowCount } from '../check/index.ts';
import { issue } from '../issue.ts';
import { formOf } from '../match/forms.ts';
import { collectRows } from '../match/rows/collect.ts';
import { downwardRows } from '../match/rows/downward.ts';
import { findRegions, type Region } from '../match/rows/regions.ts';
import type { PrintedRow } from '../match/rows/row.ts';
import { fillGaps } from '../match/tokens/gaps.ts';
import { lex } from '../match/tokens/lex.ts';
import { withSentencesAsText } from '../match/tokens/sentences.ts';
import { type Stream, toStream } from '../match/tokens/stream.ts';
import type { Token } from '../match/tokens/token.ts';
import type { Doc } from '../model.ts';
import { withoutReadings } from '../readings.ts';
import type { Heading } from '../sections.ts';
import type { TableReading, TableSpan } from './reading.ts';
import { readRemedies } from './remedies.ts';
import { readRowedTable } from './rowed.ts';
import { readStatistics } from './statistics.ts';

export type { TableSpan } from './reading.ts';

/** Everything read from the tables of a document. */
export interface Extraction {
  readonly forms: Report['forms'];
  readonly tables: Report['tables'];
  readonly cells: readonly ReportCell[];
  readonly issues: readonly Issue[];
  readonly spans: readonly TableSpan[];
  readonly rowCounts: readonly RowCount[];
}

/** Words of the statistics form that the current forms do not print (申请数量 is one of theirs): most reports need no search for it. */
const statisticsWords = /(?:指标|计量单位|(?:信息条?|文件|(?:申请|答复)总?|办结)数)(?!量)/;

/** The state of each table before it is found: `absent` where its section is there, else `none`; the statistics form has no section. */
function missingTables(tokens: readonly Token[]): Report['tables'] {
  const sections = new Set(tokens.filter((token) => token.kind === 'section').map(({ section }) => section));
  const missing = (section: number): TableState => (sections.has(section) ? 'absent' : 'none');
  return { disclosure: missing(2), applications: missing(3), remedies: missing(4), statistics: 'none' };
}

function formTable(table: TableCode, form: FormId, rows: readonly PrintedRow[]): FormTable | null {
  const named = allForms.find(({ id }) => id === form)?.tables.find((one) => one.table === table);
  if (named) return named;
  // Labels of two forms, or none that tells: the form whose column heads are printed most.
  const heads = rows.flatMap((row) => row.header.map(({ code }) => code));
  const matching = ({ groups }: FormTable) =>
    heads.filter((code) => groups.some((group) => group.columns.some((column) => column.code === code))).length;
  const candidates = allForms.flatMap(({ tables }) => tables.filter((one) => one.table === table));
  return candidates.sort((a, b) => matching(b) - matching(a))[0] ?? null;
}

function stateOf(cells: readonly ReportCell[]): TableState {
  const valued = cells.some(({ value }) => value !== null);
  return !valued && cells.some(({ status }) => status === 'lost') ? 'values_lost' : 'present';
}

/** The cells of a table printed in the given regions; null where no form has such a table. */
function readTable(table: TableCode, form: FormId, regions: readonly Region[], stream: Stream): TableReading | null {
  const rows = regions.flatMap(
    ({ tokens, nextLine }) =>
      (table === 'remedies' ? downwardRows(tokens, stream.text) : null) ??
      collectRows(table, fillGaps(tokens, stream.pageEdges, nextLine), stream.text),
  );
  const declared = formTable(table, form, rows);
  if (!declared) return null;
  const isTold = allForms.some(({ id }) => id === form);
  return table === 'remedies' ? readRemedies(declared, rows) : readRowedTable(declared, rows, isTold);
}

/** Find the printed tables of a document, tell the form of each, and read its cells (contract 1). */
export function extractTables(doc: Doc, headings: readonly Heading[]): Extraction {
  const stream = toStream(doc);
  const sections = new Map(headings.filter(({ section }) => section > 0).map(({ line, section }) => [line, section]));
  const tokens = withSentencesAsText(lex(stream, sections), stream.text);
  const regions = findRegions(tokens, stream.text);
  const forms: Report['forms'] = { disclosure: null, applications: null, remedies: null, statistics: null };
  const tables = missingTables(tokens);
  const cells: ReportCell[] = [];
  const issues: Issue[] = [];
  const rowCounts: RowCount[] = [];
  for (const table of tableCodes) {
    const own = regions.filter((region) => region.table === table);
    if (own.length === 0) continue;
    const form = formOf(table, withoutReadings(own.map((region) => printedText(region, stream.text)).join('')));
    const reading = readTable(table, form, own, stream);
    if (!reading) continue;
    forms[table] = form;
    tables[table] = stateOf(reading.cells);
    cells.push(...reading.cells);
    append(issues, reading.issues);
    append(rowCounts, reading.rowCounts);
  }
  const statistics = statisticsWords.test(stream.text) ? readStatistics(doc) : null;
  if (statistics) {
    forms.statistics = statistics.form;
    tables.statistics = stateOf(statistics.cells);
    cells.push(...statistics.cells);
    append(issues, statistics.issues);
  }
  return {
    forms,
    tables,
    cells,
    issues: [...issues, ...tableIssues(tables)],
    rowCounts,
    spans: [...regions.map(spanOf), ...(statistics?.spans ?? [])],
  };
}

const tableIssues = (tables: Report['tables']): Issue[] =>
  tableCodes.flatMap((table) => {
    if (tables[table] === 'absent') return [issue('table_missing', table)];
    return tables[table] === 'values_lost' ? [issue('values_lost', table)] : [];
  });

function printedText(region: Region, text: string): string {
  const first = region.tokens[0];
  const last = region.tokens.at(-1);
  return first && last ? text.slice(first.start, last.end) : '';
}

/** Where a region is printed: whole lines, but for the first and last of a report on one line. */
function spanOf({ tokens, from, to }: Region): TableSpan {
  const first = tokens[0];
  const last = tokens.at(-1);
  return {
    first: from,
    from: first && !first.segment.bordered ? first.start - first.segment.start : 0,
    last: to,
    to: last && !last.segment.bordered ? last.end - last.segment.start : Number.POSITIVE_INFINITY,
  };
}
