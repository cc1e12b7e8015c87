import { forget, loadForms } from '../data.ts';
import { type Child, h } from '../dom.ts';
import { many, number, say, t } from '../language.ts';
import { publishDropped, Refused, readDropped } from '../live.ts';
import type { MakePage, View } from '../page.ts';
import type { FormsFile, Report } from '../published.ts';
import { issueText } from '../report/issue-text.ts';
import { reportView } from '../report/report-view.ts';
import { linkTo } from '../state.ts';

const failure = (error: unknown): HTMLElement =>
  h(
    'div',
    { class: 'wrongbox', role: 'alert' },
    h('p', {}, error instanceof Error ? error.message : String(error)),
    error instanceof Refused && error.advice && h('p', {}, error.advice),
  );

const publishable = ({ report, agency }: Report) =>
  (report.kind === 'annual_report' || report.kind === 'statistics_form_only') && report.year !== null && agency.agency_id !== '';

function publishButton(view: View, held: Report, done: (...children: Child[]) => void): HTMLElement {
  const button = h('button', { type: 'button', class: 'main' }, t('发布到数据集', 'Publish to the dataset'));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await publishDropped(view.here.token, held.document.sha256);
      forget();
      dispatchEvent(new Event('gongkai-dataset'));
      const address = linkTo('report', [held.agency.agency_id, String(held.report.year)]);
      done(
        h(
          'p',
          { role: 'status' },
          t('已发布：', 'Published: '),
          h('a', { href: address }, `${held.agency.name ?? held.agency.agency_id} ${held.report.year}`),
        ),
      );
    } catch (error) {
      button.disabled = false;
      done(button, failure(error));
    }
  });
  return button;
}

/** What was read, before anything is published. */
function shown(view: View, forms: FormsFile, held: Report): HTMLElement {
  const { report, agency, issues, document: file } = held;
  const failed = held.checks.filter(({ outcome }) => outcome === 'fail');
  const errors = failed.filter(({ severity }) => severity === 'error').length;
  const refusal = issues.find(({ severity }) => severity === 'error');
  const decide = h('div', { 'aria-live': 'polite' });
  if (publishable(held)) decide.append(publishButton(view, held, (...children) => decide.replaceChildren(h('div', {}, ...children))));
  else
    decide.append(
      h(
        'p',
        { class: 'wrongbox' },
        t('它不会成为数据集的报告：', 'It would not become a report of the dataset: '),
        refusal ? issueText(forms, refusal) : say(view.labels.codes.report_kind?.[report.kind ?? ''], t('类别不明', 'kind unknown')),
      ),
    );
  return h(
    'section',
    {},
    h('h2', {}, `${agency.name ?? file.name} ${report.year ?? ''}`),
    held.cells.length > 0 &&
      h(
        'p',
        {},
        t(
          `${number(held.cells.length)}个单元格，${number(failed.length)}项核对不成立，其中${number(errors)}项属于错误。尚未发布。`,
          `${many(held.cells.length, 'cell')}; ${many(failed.length, 'failed check')}, ${number(errors)} of error level. Not published yet.`,
        ),
      ),
    decide,
    reportView(view, held, forms, null, () => {}),
  );
}

/** Where a file is dropped or chosen; `read` is given the file. */
function dropBox(read: (file: File | null | undefined) => Promise<void>): HTMLElement {
  const input = h('input', {
    type: 'file',
    name: 'document',
    onchange: (event) => event.target instanceof HTMLInputElement && void read(event.target.files?.[0]),
  });
  const box = h(
    'div',
    { class: 'drop' },
    h('label', {}, t('把报告拖到这里，或选择文件：', 'Drop a report here, or choose a file: '), input),
  );
  box.addEventListener('dragover', (event) => {
    event.preventDefault();
    box.classList.add('over');
  });
  box.addEventListener('dragleave', () => box.classList.remove('over'));
  box.addEventListener('drop', (event) => {
    event.preventDefault();
    box.classList.remove('over');
    void read(event.dataTransfer?.files[0]);
  });
  return box;
}

/** Drop a file, see how it is read, publish it on confirmation. */
export const drop: MakePage = async (view) => {
  const title = t('读取文件', 'Read a file');
  const heading = h('h1', { tabindex: -1 }, title);
  if (!view.here.live) {
    const how = t('这需要本机的程序：', 'This needs the program on your machine: ');
    return { title, content: [heading, h('p', {}, how, h('code', {}, 'gongkai serve'))] };
  }
  const forms = await loadForms();
  const result = h('div', { 'aria-live': 'polite' });
  const read = async (file: File | null | undefined) => {
    if (!file) return;
    result.replaceChildren(h('p', { role: 'status' }, t(`正在读取 ${file.name} …`, `Reading ${file.name} …`)));
    try {
      result.replaceChildren(shown(view, forms, await readDropped(view.here.token, file)));
    } catch (error) {
      result.replaceChildren(failure(error));
    }
  };
  const about = t(
    '文件只交给本机的 gongkai serve；确认之前什么也不写。',
    'The file goes to gongkai serve on this machine only; nothing is written before you confirm.',
  );
  return { title, content: [heading, h('p', { class: 'lead' }, about), dropBox(read), result] };
};
