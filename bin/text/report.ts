import { codeLists } from '../../schemas/codes.ts';
import { tableCodes } from '../../schemas/forms/index.ts';
import { type IssueCode, issueKinds } from '../../schemas/issues.ts';
import type { CheckResult, Issue, Report, ReportCell } from '../../schemas/report.ts';
import { explainCheck } from '../../src/check/explain.ts';
import { groupBy } from '../../src/group-by.ts';
import { issueInEnglish } from '../../src/issue-text.ts';
import type { Io } from '../io.ts';
import { cellTable, digits, signs } from './cells.ts';
import { tableLabel } from './labels.ts';
import { counted, type Text } from './language.ts';
import { table } from './table.ts';
import { printable, wrap } from './width.ts';

const unknown: Text = { zh: '（未知）', en: '(unknown)' };

/** What a code means in the reader's language; an unknown code stands for itself. */
export function meaning(io: Io, list: keyof typeof codeLists, code: string | null): string {
  if (code === null) return io.text(unknown);
  const entries: Readonly<Record<string, Text>> = codeLists[list];
  const text = entries[code];
  return text ? io.text(text) : code;
}

const documentLine = ({ document }: Pick<Report, 'document'>): string =>
  [document.format ?? '?', document.encoding, `${document.bytes} B`, document.sha256.slice(0, 12)].filter(Boolean).join('  ');

function identity(io: Io, { agency, report, document }: Report): string[] {
  const year = report.year === null ? io.text(unknown) : String(report.year);
  const period = report.period_start && report.period_end ? `${report.period_start} – ${report.period_end}` : '';
  const place = [agency.division_name, agency.division_code].filter(Boolean).join(' ');
  const lines: [Text, string][] = [
    [{ zh: '标题', en: 'title' }, report.title ?? io.text(unknown)],
    [{ zh: '机关', en: 'agency' }, `${agency.name ?? io.text(unknown)}  ${agency.agency_id}`],
    [{ zh: '依据', en: 'told by' }, [meaning(io, 'resolution', agency.resolution), place].filter(Boolean).join('  ')],
    [{ zh: '年度', en: 'year' }, [year, period].filter(Boolean).join('  ')],
    [
      { zh: '类别', en: 'kind' },
      [meaning(io, 'report_kind', report.kind), report.coverage && meaning(io, 'coverage', report.coverage)].filter(Boolean).join('  '),
    ],
    [{ zh: '发布', en: 'published' }, report.published ?? io.text(unknown)],
    [{ zh: '文件', en: 'document' }, documentLine({ document })],
  ];
  const width = io.language === 'zh' ? 2 : 10;
  return lines.map(([label, value]) => `  ${io.style('dim', io.text(label).padEnd(width))}  ${printable(value)}`);
}

function legend(io: Io, cells: readonly ReportCell[]): string[] {
  const used = Object.entries(signs).filter(([status]) => cells.some((cell) => cell.status === status));
  const solved = cells.some(({ status }) => status === 'solved') ? [['solved', '=4'] as const] : [];
  const entries = [...used, ...solved].map(([status, sign]) => `${sign} ${meaning(io, 'cell_status', status)}`);
  return entries.length > 0 ? [`  ${io.style('dim', entries.join('   '))}`] : [];
}

function tables(io: Io, report: Report): string[] {
  return tableCodes.flatMap((code) => {
    if (report.tables[code] === 'none') return [];
    const cells = report.cells.filter((cell) => cell.code.startsWith(`${code}.`));
    const state =
      report.tables[code] === 'present' ? meaning(io, 'form', report.forms[code]) : meaning(io, 'table_state', report.tables[code]);
    const body = cellTable(io, code, report.forms[code], cells).map((line) => `  ${line}`);
    return [
      '',
      `${io.style('bold', io.text(tableLabel(code, report.forms[code])))}  ${io.style('dim', state)}`,
      ...body,
      ...legend(io, cells),
    ];
  });
}

/** Most instances of one check that are listed one by one. */
const instancesShown = 3;

function brokenCheck(io: Io, check: CheckResult): string[] {
  const [first = '', ...rest] = wrap(printable(explainCheck(check, io.language)), io.width - 8);
  const colour = check.severity === 'error' ? 'red' : 'yellow';
  return [`  ${io.style(colour, check.id)}  ${first}`, ...rest.map((line) => `       ${line}`)];
}

const moreChecks = (io: Io, count: number): string[] =>
  count > 0 ? [`       ${io.style('dim', io.text({ zh: `另有 ${count} 处`, en: `and ${count} more` }))}`] : [];

function checks(io: Io, report: Report): string[] {
  if (report.checks.length === 0) return [];
  const count = (outcome: string) => report.checks.filter((check) => check.outcome === outcome).length;
  const summary = (['pass', 'warn', 'fail', 'not_assessable'] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${meaning(io, 'check_outcome', outcome)} ${count(outcome)}`);
  const broken = groupBy(
    report.checks.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn'),
    ({ id }) => id,
  );
  const lines = [...broken.values()].flatMap((alike) => [
    ...alike.slice(0, instancesShown).flatMap((check) => brokenCheck(io, check)),
    ...moreChecks(io, alike.length - instancesShown),
  ]);
  return ['', `${io.style('bold', io.text({ zh: '核对', en: 'Checks' }))}  ${summary.join('  ')}`, ...lines];
}

function mentions(io: Io, { mentions: found }: Report): string[] {
  if (found.length === 0) return [];
  const rows = found.map(({ code, value, unit, snippet, approximate }) => [
    `${approximate ? '≈ ' : ''}${digits(value)} ${unit}`,
    code,
    snippet,
  ]);
  const lines = table([{ title: '', align: 'right' }, { title: '' }, { title: '' }], rows, io.width - 2).rows;
  return ['', io.style('bold', io.text({ zh: '正文中的数字', en: 'Numbers in prose' })), ...lines.map((line) => `  ${line}`)];
}

const isIssueCode = (code: string): code is IssueCode => code in issueKinds;

/** What an issue says, in the reader's language; what is quoted from the document stays as found. */
const issueText = (io: Io, { code, message }: Issue): string =>
  io.language === 'en' && isIssueCode(code) ? issueInEnglish(code, message) : message;

function places(io: Io, lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, 5).join(io.language === 'zh' ? '、' : ', ');
  const more = lines.length > 5;
  return io.text({
    zh: `第 ${shown} ${more ? `等 ${lines.length} ` : ''}行 `,
    en: `line ${shown}${more ? ` and ${lines.length - 5} more` : ''}: `,
  });
}

function issues(io: Io, report: Report): string[] {
  if (report.issues.length === 0) return [];
  const alike = new Map<string, { issue: Issue; lines: number[] }>();
  for (const issue of report.issues) {
    const group = alike.get(`${issue.code} ${issue.message}`) ?? { issue, lines: [] };
    if (issue.line !== null) group.lines.push(issue.line);
    alike.set(`${issue.code} ${issue.message}`, group);
  }
  const told = [...alike.values()].map(({ issue, lines }) => {
    const colour = issue.severity === 'error' ? 'red' : issue.severity === 'warning' ? 'yellow' : 'dim';
    const text = `${places(io, lines)}${printable(issueText(io, issue))}`;
    return `  ${io.style(colour, meaning(io, 'severity', issue.severity))}  ${text}  ${io.style('dim', issue.code)}`;
  });
  return ['', io.style('bold', io.text({ zh: '须知', en: 'Notes on the document' })), ...told];
}

/** Everything read from one document, for a person. */
export function reportView(io: Io, report: Report): string {
  const filled = report.cells.filter(({ value }) => value !== null).length;
  const summary = io.text({
    zh: `单元格 ${report.cells.length} 个，其中有数字 ${filled} 个；文中数字 ${report.mentions.length} 个`,
    en: `${counted(report.cells.length, 'cell')}, ${filled} with a value; ${counted(report.mentions.length, 'number')} in prose`,
  });
  const refused = report.issues.filter(({ severity }) => severity === 'error');
  // Nothing was read: what a person needs is why, not a list of what is unknown.
  if (refused.length > 0 && report.cells.length === 0 && report.report.title === null)
    return [io.style('bold', printable(report.document.name)), `  ${documentLine(report)}`, ...issues(io, report)].join('\n');
  return [
    io.style('bold', printable(report.document.name)),
    ...identity(io, report),
    ...tables(io, report),
    '',
    summary,
    ...checks(io, report),
    ...mentions(io, report),
    ...issues(io, report),
  ].join('\n');
}
