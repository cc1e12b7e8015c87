import { h, outward } from '../dom.ts';
import { codeName } from '../filters.ts';
import { number, say, size, t } from '../language.ts';
import type { View } from '../page.ts';
import type { Cell, FormsFile, Report } from '../published.ts';
import { computedTotals, namesOf, operandsOf } from './checks.ts';
import { failures } from './failures.ts';
import { reconstructed, type Shown, signs } from './form.ts';
import { issueDetail } from './issue-text.ts';
import { originPanel, SourceText } from './origin.ts';

function facts(view: View, { document: file, report, agency, parser_version }: Report): HTMLElement {
  const term = (name: string, ...value: (Node | string)[]) => [h('dt', {}, name), h('dd', {}, ...value)];
  const source = file.source_url ? [outward(file.source_url)] : [t('（未载明）', '(not stated)')];
  return h(
    'details',
    { class: 'facts' },
    h('summary', {}, t('文件与识别', 'The document, and how it was read')),
    h(
      'dl',
      { class: 'origin' },
      ...term(
        t('文件', 'Document'),
        `${file.name}, ${codeName(view, 'document_format', file.format)}, ${file.encoding ?? ''} ${size(file.bytes)}`,
      ),
      ...term('SHA-256', h('code', {}, file.sha256)),
      ...term(t('来源', 'Source'), ...source),
      ...term(t('类别', 'Kind'), codeName(view, 'report_kind', report.kind)),
      ...term(t('统计范围', 'Whose numbers'), codeName(view, 'coverage', report.coverage)),
      ...term(t('机关依据', 'Agency told by'), codeName(view, 'resolution', agency.resolution)),
      ...term(t('解析器', 'Parser'), parser_version),
    ),
  );
}

function issuesList(forms: FormsFile, report: Report): HTMLElement | null {
  if (report.issues.length === 0) return null;
  const items = report.issues.map((issue) => {
    const { code, line } = issue;
    const place = line === null ? '' : t(`（第${line}行）`, ` (line ${line})`);
    return h('li', {}, h('b', {}, say(forms.issues[code], code)), ` ${issueDetail(forms, issue)}`, place);
  });
  return h('section', {}, h('h2', {}, t('读取时的提示', 'Noted while reading')), h('ul', {}, ...items));
}

/** How many cells are in each state, in words, and the sign each state has in the form. */
function cellCount(view: View, { cells }: Report): string {
  const counts = new Map<string, number>();
  for (const { status } of cells) counts.set(status, (counts.get(status) ?? 0) + 1);
  const list = [...counts].map(([status, count]) =>
    [signs[status], `${codeName(view, 'cell_status', status)}:`, number(count)].filter(Boolean).join(' '),
  );
  return list.join(t('；', '; '));
}

/** A report as its page had it: the form with every number a button, its text beside, and what does not add up. */
export function reportView(view: View, report: Report, forms: FormsFile, opened: string | null, note: (code: string) => void): HTMLElement {
  const names = namesOf(forms);
  const codes = report.cells.map(({ code }) => code);
  const of = operandsOf(forms, codes);
  const failed = report.checks.filter(({ outcome }) => outcome === 'fail');
  const wrong = new Set(failed.flatMap((check) => of(check)?.right ?? []));
  const computed = computedTotals(forms, report.checks, of);
  const source = new SourceText(report);
  const hint = h('p', { class: 'note' }, t('点任何一个数字，看它的出处。', 'Choose any number to see where it comes from.'));
  const panel = h('div', { 'aria-live': 'polite' }, report.cells.length > 0 && hint);
  const left = h('div', {});
  const choose = (cell: Cell) => {
    panel.replaceChildren(originPanel({ view, forms, names, of }, report, cell));
    for (const old of left.querySelectorAll('td.chosen')) old.classList.remove('chosen');
    const box = left.querySelector(`td[data-code="${CSS.escape(cell.code)}"]`);
    box?.classList.add('chosen');
    // A wide table may hide it at its side.
    box?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    source.show(cell);
    note(cell.code);
    // On a phone the origin stands below the form: who asked for a number sees where it comes from.
    if (matchMedia('(max-width:60rem)').matches) panel.scrollIntoView({ block: 'start' });
  };
  const status = (code: string) => codeName(view, 'cell_status', code);
  const shown: Shown = { computed, wrong, choose, status };
  left.append(
    ...[
      failures(forms, names, report.checks),
      report.cells.length > 0 ? h('p', { class: 'note' }, cellCount(view, report)) : null,
      ...reconstructed(report, forms, shown, (code) => codeName(view, 'table_state', code)),
      issuesList(forms, report),
      facts(view, report),
    ].flatMap((part) => part ?? []),
  );
  const first = report.cells.find(({ code }) => code === opened);
  if (first) requestAnimationFrame(() => choose(first));
  const text = report.sections.length > 0 ? [h('h2', {}, t('原文', 'Source text')), source.element] : [];
  return h('div', { class: 'report' }, left, h('div', { class: 'source' }, panel, ...text));
}
