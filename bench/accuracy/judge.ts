import type { Report } from '../../schemas/report.ts';
import { type CellJudgement, judgeCells } from './cells.ts';
import type { Truth } from './truth.ts';

/** A field of a report that was judged. */
export interface FieldVerdict {
  readonly field: string;
  readonly right: boolean;
  readonly got: unknown;
  readonly want: unknown;
}

/** Everything known about how one document was read. */
export interface Judgement {
  readonly document: string;
  readonly cells: CellJudgement;
  readonly fields: readonly FieldVerdict[];
  readonly mentions: { readonly expected: number; readonly missing: readonly string[]; readonly invented: readonly string[] };
  readonly checks: { readonly expected: number; readonly wrong: readonly string[] };
}

const squash = (text: string | null | undefined) => text?.normalize('NFKC').replace(/\s+/g, '') ?? null;

/** 厦门市司法局 and 福建省厦门市司法局 are one name when the shorter ends the longer. */
function nameFits(truth: NonNullable<Truth['agency']>, got: Report['agency']): boolean {
  const wanted = [truth.name ?? truth.name_printed, ...(truth.name_any ?? [])].map(squash);
  const ends = (a: string, b: string) => a === b || (Math.min(a.length, b.length) >= 4 && (a.endsWith(b) || b.endsWith(a)));
  const given = [squash(got.name), truth.name_any ? squash(got.name_printed) : null];
  return wanted.some((name) => name !== null && given.some((other) => other !== null && ends(name, other)));
}

function judgeAgency(truth: NonNullable<Truth['agency']>, got: Report['agency']): FieldVerdict[] {
  const fields: FieldVerdict[] = [];
  if (truth.agency_id)
    fields.push({ field: 'agency_id', right: got.agency_id === truth.agency_id, got: got.agency_id, want: truth.agency_id });
  if (truth.name || truth.name_any || truth.name_printed) {
    fields.push({ field: 'name', right: nameFits(truth, got), got: got.name, want: truth.name ?? truth.name_printed });
  }
  return fields;
}

const plainFields = ['year', 'published', 'signed', 'period_start', 'period_end', 'coverage'] as const;

function judgeReport(truth: NonNullable<Truth['report']>, got: Report['report']): FieldVerdict[] {
  const plain = plainFields.filter((field) => truth[field] !== undefined);
  const fields: FieldVerdict[] = plain.map((field) => ({ field, right: got[field] === truth[field], got: got[field], want: truth[field] }));
  if (truth.title) fields.push({ field: 'title', right: squash(got.title) === squash(truth.title), got: got.title, want: truth.title });
  if (truth.kind !== undefined || truth.kind_any) {
    const right = got.kind === truth.kind || (got.kind !== null && (truth.kind_any?.includes(got.kind) ?? false));
    fields.push({ field: 'kind', right, got: got.kind, want: truth.kind ?? truth.kind_any });
  }
  return fields;
}

function judgeTables(truth: Truth, got: Report): FieldVerdict[] {
  const forms: Readonly<Record<string, string | null>> = got.forms;
  const tables: Readonly<Record<string, string>> = got.tables;
  return [
    ...Object.entries(truth.forms ?? {}).map(([table, want]) => ({
      field: `form.${table}`,
      right: forms[table] === want,
      got: forms[table],
      want,
    })),
    ...Object.entries(truth.tables ?? {}).map(([table, want]) => ({
      field: `table.${table}`,
      right: tables[table] === want,
      got: tables[table],
      want,
    })),
  ];
}

/** The total of a row of table 3 is the row itself. */
const plainCode = (code: string) => code.replace(/^(applications\.[a-z_]+)\.total$/, '$1');

type Stated = { readonly code: string; readonly value: number; readonly snippet?: string | undefined };
const says = (a: Stated, b: Stated) =>
  plainCode(a.code) === plainCode(b.code) && Math.abs(a.value - b.value) <= 1e-6 * Math.max(1, Math.abs(b.value));
const shown = ({ code, value, snippet }: Stated) => `${code}=${value} ${snippet ?? ''}`.trim();
const aboutForm = /^(applications|remedies|disclosure|information_fee)\./;

function judgeMentions(truth: Truth, got: Report['mentions']): Judgement['mentions'] {
  const wanted = truth.mentions ?? [];
  const missing = wanted.filter((want) => !got.some((mention) => says(mention, want)));
  const known = new Set([...wanted.map((want) => want.value), ...(truth.prose_numbers ?? [])]);
  const invented = got.filter((mention) => {
    if (wanted.some((want) => says(mention, want))) return false;
    if (truth.mentions_forbidden?.some((forbidden) => says(mention, forbidden))) return true;
    return truth.mentions_complete === true && (aboutForm.test(mention.code) || !known.has(mention.value));
  });
  return { expected: wanted.length, missing: missing.map(shown), invented: invented.map(shown) };
}

function judgeChecks(truth: Truth, got: Report['checks']): Judgement['checks'] {
  const wanted = truth.checks ?? [];
  const wrong = wanted.flatMap((want) => {
    const found = got.filter((check) => check.id === want.id && (want.instance === undefined || check.instance === want.instance));
    const outcomes = found.map((check) => check.outcome);
    const failed = outcomes.includes('fail') || outcomes.includes('warn');
    const right =
      want.outcome === 'pass'
        ? outcomes.length > 0 && outcomes.every((outcome) => outcome === 'pass')
        : want.outcome === 'fail' || want.outcome === 'warn'
          ? failed
          : outcomes.includes(want.outcome);
    const name = want.instance === undefined ? want.id : `${want.id}:${want.instance}`;
    return right ? [] : [`${name} ${[...new Set(outcomes)].join('/') || 'absent'} instead of ${want.outcome}`];
  });
  return { expected: wanted.length, wrong };
}

/** Compare what was read from a document with what is true of it. */
export function judge(document: string, truth: Truth, report: Report): Judgement {
  return {
    document,
    cells: judgeCells(truth, report.cells),
    fields: [
      ...(truth.agency ? judgeAgency(truth.agency, report.agency) : []),
      ...(truth.report ? judgeReport(truth.report, report.report) : []),
      ...judgeTables(truth, report),
    ],
    mentions: judgeMentions(truth, report.mentions),
    checks: judgeChecks(truth, report.checks),
  };
}
