import { h } from '../dom.ts';
import { say, t } from '../language.ts';
import type { View } from '../page.ts';
import type { Cell, CheckResult, FormsFile, Report, Text } from '../published.ts';
import { checkSentence, type Operands } from './checks.ts';
import { cellText } from './form.ts';

/** The source text of a report, line by line, with one line marked. */
export class SourceText {
  readonly element: HTMLElement;
  readonly #lines = new Map<number, { readonly item: HTMLElement; readonly text: string; readonly body: HTMLElement }>();

  readonly #cells: readonly Cell[];

  constructor(report: Report) {
    this.#cells = report.cells;
    const items: HTMLElement[] = [];
    for (const { first_line, text } of report.sections) {
      for (const [at, line] of text.split('\n').entries()) {
        const n = first_line + at;
        const body = h('div', {}, line);
        const item = h('li', { 'data-line': n }, h('span', {}, n), body);
        this.#lines.set(n, { item, text: line, body });
        items.push(item);
      }
    }
    this.element = h('div', { class: 'text', tabindex: 0, role: 'region', 'aria-label': t('原文', 'Source text') }, h('ol', {}, ...items));
  }

  /** Mark the line of a cell, and in it what is printed for the cell. */
  show(cell: Cell): void {
    for (const { item, body, text } of this.#lines.values()) {
      if (!item.classList.contains('here')) continue;
      item.classList.remove('here');
      body.replaceChildren(text);
    }
    const found = cell.line === null ? undefined : this.#lines.get(cell.line);
    if (!found) return;
    found.item.classList.add('here');
    found.body.replaceChildren(...this.#marked(found.text, cell));
    const { element } = this;
    const place = found.item.getBoundingClientRect();
    const frame = element.getBoundingClientRect();
    element.scrollTop += place.top - frame.top - frame.height / 3;
  }

  /**
   * The line with the cell's own number marked: as many cells of the line print it as there are words like it, so the third of
   * these cells has the third of these words. Where the counts differ nothing is guessed.
   */
  #marked(text: string, { raw, line, code }: Cell): (Node | string)[] {
    const words = text.split(/(\s+)/);
    const alike = this.#cells.filter((one) => one.line === line && one.raw === raw);
    const places = words.flatMap((word, at) => (raw !== null && raw !== '' && word === raw ? [at] : []));
    const own = places[alike.findIndex((one) => one.code === code)];
    if (own === undefined || places.length !== alike.length) return [text];
    return [words.slice(0, own).join(''), h('mark', {}, raw), words.slice(own + 1).join('')];
  }
}

interface About {
  readonly view: View;
  readonly forms: FormsFile;
  readonly names: ReadonlyMap<string, Text>;
  readonly of: (check: CheckResult) => Operands | null;
}

function label({ names }: About, { code, raw_label }: Cell): string {
  const [, row = '', column = ''] = code.split('.');
  return `${raw_label ?? say(names.get(row), row)} › ${say(names.get(column), column)}`;
}

/** Where a number comes from: what is printed, where, by which rule it was read, and the checks it is part of. */
export function originPanel(about: About, report: Report, cell: Cell): HTMLElement {
  const { view, forms, names, of } = about;
  const term = (name: string, ...value: (Node | string | null)[]) => [h('dt', {}, name), h('dd', {}, ...value)];
  const own = report.checks.filter((check) => {
    const operands = of(check);
    return operands ? [...operands.left, ...operands.right].includes(cell.code) : check.message.includes(cell.code);
  });
  const outcome = (check: CheckResult) => say(view.labels.codes.check_outcome?.[check.outcome], check.outcome);
  const list = own.map((check) =>
    h(
      'li',
      {},
      h('b', { class: check.outcome === 'fail' ? 'fail' : null }, `${check.id} ${outcome(check)}`),
      ` ${checkSentence(forms, names, check)}`,
    ),
  );
  return h(
    'section',
    { class: 'origin', 'aria-label': t('这个数字的出处', 'Where this number comes from'), tabindex: 0 },
    h('h2', {}, label(about, cell)),
    h(
      'dl',
      {},
      ...term(t('数值', 'Value'), cellText(cell)),
      ...term(t('印作', 'Printed'), cell.raw === null ? t('（没有）', '(nothing)') : cell.raw === '' ? t('（空白）', '(blank)') : cell.raw),
      ...term(t('依据', 'Rule'), `${say(view.labels.codes.cell_status?.[cell.status], cell.status)} (${cell.status})`),
      ...term(t('行', 'Line'), cell.line === null ? t('原文中没有', 'not in the source') : String(cell.line)),
      ...term(t('代码', 'Code'), h('code', {}, cell.code)),
    ),
    own.length > 0 ? h('ul', {}, ...list) : h('p', { class: 'note' }, t('没有涉及此数的核对。', 'No check reads this number.')),
  );
}
