import { loadCodebook } from '../data.ts';
import { h, tableOf } from '../dom.ts';
import { figureOf, type ShownFigure } from '../figures/figure.ts';
import { current, t } from '../language.ts';
import type { Page, View } from '../page.ts';
import { linkWith } from '../state.ts';
import { citationOf } from './citation.ts';
import { copyButton } from './copy.ts';
import { csv, type DataFile } from './csv.ts';
import { pngFile, svgFile } from './drawing.ts';
import { type ViewPart, viewReadme } from './readme.ts';
import { download } from './save.ts';

type Files = Record<string, Uint8Array>;
type ZipModule = typeof import('./zip-parts.ts');

/** The address of what is seen, language included: it shows the same to everybody. */
const addressOfView = (): string => new URL(linkWith({ lang: current() }), location.href).href;

async function putFigure(zip: ZipModule, files: Files, { title, sentence, note, data, labels, drawing }: ShownFigure): Promise<ViewPart> {
  const { name, head } = data;
  const own: Files = { [`${name}.csv`]: zip.strToU8(csv(data)) };
  const drawn = drawing();
  if (drawn) {
    own[`${name}.svg`] = zip.strToU8(svgFile(drawn));
    const png = await pngFile(drawn);
    if (png) own[`${name}.png`] = new Uint8Array(await png.arrayBuffer());
  }
  Object.assign(files, own);
  return { title, said: [sentence, note], files: Object.keys(own), columns: head.map((column, at) => [column, labels[at] ?? '']) };
}

function putTable(zip: ZipModule, files: Files, title: string, data: DataFile): ViewPart {
  files[`${data.name}.csv`] = zip.strToU8(csv(data));
  return { title, said: [], files: [`${data.name}.csv`], columns: [] };
}

/** Everything the page shows as data: its figures, its named tables, and what else it says it holds. */
async function putAll(zip: ZipModule, files: Files, shown: Element, more: Page['data'] = []): Promise<ViewPart[]> {
  const parts: ViewPart[] = [];
  for (const element of shown.querySelectorAll('figure, .scroll')) {
    const figure = figureOf(element);
    const found = tableOf(element);
    if (figure) parts.push(await putFigure(zip, files, figure));
    else if (found) parts.push(putTable(zip, files, found.title, found.data));
  }
  for (const { title, data } of more) parts.push(putTable(zip, files, title, data));
  return parts;
}

/** One archive of all that is seen: data, charts, and a README that says what it is. */
async function downloadView({ place, meta }: View, page: Page, shown: Element): Promise<void> {
  const [zip, { dataset }] = await Promise.all([import('./zip-parts.ts'), loadCodebook()]);
  const files: Files = {};
  const parts = await putAll(zip, files, shown, page.data);
  const { lang: _, ...filters } = place.params;
  const readme = viewReadme({
    title: page.title,
    address: addressOfView(),
    filters,
    release: meta.release,
    parser: meta.parser_version,
    day: new Date().toISOString().slice(0, 10),
    parts,
    citation: citationOf(dataset, meta.release),
    dataset,
  });
  files['README.md'] = zip.strToU8(readme);
  const name = ['gongkai', place.page, ...place.rest].join('-').replace(/[^\w.-]+/g, '_');
  download(`${name}.zip`, new Blob([zip.zipSync(files)], { type: 'application/zip' }));
}

/** Whether a page shows anything that can be downloaded. */
export const hasData = (shown: Element, { data = [] }: Page): boolean =>
  data.length > 0 || [...shown.querySelectorAll('figure, .scroll')].some((element) => figureOf(element) ?? tableOf(element));

/** Download what is seen, or share its address. */
export function downloadBar(view: View, page: Page, shown: Element): HTMLElement {
  const status = h('span', { role: 'status' });
  const zip = h('button', { type: 'button' }, t('下载所见（zip）', 'Download what is seen (zip)'));
  zip.addEventListener('click', async () => {
    zip.disabled = true;
    status.textContent = '';
    try {
      await downloadView(view, page, shown);
    } catch (error) {
      status.textContent = t('没有下载成功：', 'The download failed: ') + (error instanceof Error ? error.message : String(error));
    } finally {
      zip.disabled = false;
    }
  });
  return h('p', { class: 'downloads' }, zip, ' ', status, ' ', copyButton(t('复制链接', 'Copy link'), addressOfView));
}
