import { createHash } from 'node:crypto';
import { dataset } from '../../schemas/dataset.ts';
import type { CubeFile } from '../../schemas/explorer.ts';
import { oneFileCsp, pageCsp } from '../derive/site-policy.ts';
import { summary } from './summary.ts';

const title = `<title>${dataset.title.zh}</title>`;

/** Whether a page was made here, by its first characters. */
export const isOurPage = (start: string): boolean => start.includes(title);

const frame = (csp: string, head: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="description" content="${dataset.title.en}"><link rel="icon" href="data:,">
${title}${head}</head>
<body>${body}</body></html>
`;

const without = (overview: CubeFile): string =>
  `<noscript><main><h1>${dataset.title.zh}</h1><p lang="en">${dataset.title.en}</p><p>仅本机关的报告合计；页面其余部分需要脚本。 <span lang="en">Sums over reports of single organs; the rest of the page needs scripts.</span></p>${summary(overview)}</main></noscript>`;

/** What every page asks for first comes beside the script, not after it. */
const preloads = ['data/meta.json', 'data/labels.json']
  .map((file) => `<link rel="preload" href="${file}" as="fetch" crossorigin="anonymous">`)
  .join('');

/** `index.html`: loads the script and the style beside it. */
export const indexPage = (overview: CubeFile): string =>
  frame(
    pageCsp,
    `<link rel="stylesheet" href="style.css"><script type="module" src="app.js"></script>${preloads}`,
    `<div id="app"></div>${without(overview)}`,
  );

/** Script and style that a page of one file carries in itself. */
export interface Inlined {
  readonly script: string;
  readonly style: string;
}

/** JSON that no parser of HTML can read as the end of its element. */
const inert = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** The explorer as one file that opens by double-click: `files` are the site's data by path. */
export function oneFilePage(overview: CubeFile, { script, style }: Inlined, files: ReadonlyMap<string, unknown>): string {
  const code = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const hash = createHash('sha256').update(code).digest('base64');
  const data = inert(Object.fromEntries(files));
  return frame(
    oneFileCsp(hash),
    `<style>${style}</style>`,
    `<div id="app"></div>${without(overview)}<script type="application/json" id="files">${data}</script><script>${code}</script>`,
  );
}
