import { createHash } from 'node:crypto';
import type { Mention, Report, ReportCell, Section } from '../../schemas/report.ts';
import { parserVersion, schemaVersion } from '../../src/version.ts';
import { sumChecks } from './draft/checks.ts';
import type { Draft } from './draft/draft.ts';
import { fullDivisionName } from './draft/organs.ts';
import { type OutLine, reportLines } from './layout/lines.ts';
import { tabs } from './layout/writers.ts';
import { createRandom } from './random.ts';

/** Sections of a rendered text: every line belongs to exactly one (contract 1). */
function sectionsOf(draft: Draft, lines: readonly OutLine[]): Section[] {
  const headings = new Map(draft.sections.map((section) => [section.n, section.heading]));
  const numbers = [...new Set(lines.map((line) => line.section))];
  return numbers.map((n) => ({
    n,
    heading: headings.get(n) ?? '',
    first_line: lines.findIndex((line) => line.section === n) + 1,
    text: lines
      .filter((line) => line.section === n)
      .map((line) => line.text)
      .join('\n'),
  }));
}

/** Cells in form order with the line each stands in. */
export function cellsOf(draft: Draft, lines: readonly OutLine[]): ReportCell[] {
  const lineOf = new Map(lines.flatMap((line, index) => (line.codes ?? []).map((code) => [code, index + 1] as const)));
  return [...draft.cells.values()].map((cell) => ({ ...cell, line: lineOf.get(cell.code) ?? null }));
}

/** The numbers the text states, where they stand. */
function mentionsOf(lines: readonly OutLine[]): Mention[] {
  const offsets = new Map<number, number>();
  return lines.flatMap((line) => {
    const start = offsets.get(line.section) ?? 0;
    offsets.set(line.section, start + line.text.length + 1);
    return (line.paragraph?.statements ?? []).map((statement) => ({
      ...statement,
      section: line.section,
      offset: start + line.text.indexOf(statement.snippet),
    }));
  });
}

const plainLines = (draft: Draft) => reportLines(draft, (table) => tabs(table, createRandom(draft.seed)));

/** Bytes of the plain text the report object is made from. */
export function plainText(draft: Draft): Uint8Array {
  return textBytes(plainLines(draft));
}

const textBytes = (lines: readonly OutLine[]): Uint8Array => Buffer.from(lines.map((line) => line.text).join('\n'), 'utf8');

const formId = (form: string): '2019' | '2021' => (form === '2019' ? '2019' : '2021');

function documentOf(draft: Draft, lines: readonly OutLine[]): Report['document'] {
  const bytes = textBytes(lines);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    name: `${draft.title}.txt`,
    format: 'txt',
    encoding: 'utf-8',
    script: 'simplified',
    source_url: null,
    retrieved: null,
  };
}

function agencyOf({ organ }: Draft): Report['agency'] {
  return {
    agency_id: organ.agencyId,
    lineage_id: organ.agencyId,
    name: organ.name,
    name_printed: organ.name,
    kind: organ.kind,
    division_code: organ.place.code,
    division_name: fullDivisionName(organ.place),
    division_level: organ.place.level,
    resolution: 'title',
  };
}

/** The object of contract 1 that reading the report's plain text (rows a line, cells joined by tabs) must give. */
export function reportOf(draft: Draft): Report {
  const lines = plainLines(draft);
  const cells = cellsOf(draft, lines);
  const { disclosure, applications } = draft.forms;
  return {
    schema_version: schemaVersion,
    parser_version: parserVersion,
    document: documentOf(draft, lines),
    agency: agencyOf(draft),
    report: {
      kind: 'annual_report',
      year: draft.year,
      title: draft.title,
      period_start: `${draft.year}-01-01`,
      period_end: `${draft.year}-12-31`,
      published: draft.published.iso,
      signed: draft.signed?.iso ?? null,
      coverage: draft.organ.coverage,
    },
    forms: { disclosure: formId(disclosure), applications: formId(applications), remedies: 'common', statistics: null },
    tables: { disclosure: 'present', applications: 'present', remedies: 'present', statistics: 'none' },
    cells,
    mentions: mentionsOf(lines),
    sections: sectionsOf(draft, lines),
    checks: sumChecks(applications, draft.figures),
    issues: [],
  };
}
