import type { Issue } from '../../schemas/report.ts';
import { issue } from '../issue.ts';
import type { Doc } from '../model.ts';
import { noHints } from '../model.ts';
import { layOut } from './flow/flow.ts';
import { DocBuilder } from './lines.ts';
import { type DrawnPage, drawPages } from './pdf/document.ts';
import { pageBlocks } from './pdf/flow.ts';
import type { PageContent } from './pdf/glyph.ts';
import { layOutPage, type Page } from './pdf/page.ts';
import { checkStreams } from './pdf/streams.ts';
import { damaged } from './refusals.ts';
import { UnreadableError } from './unreadable.ts';

/**
 * Read a PDF with text (ISO 32000-1): tables by their printed rules, running text joined over lines and pages, page numbers left out.
 * Work is bounded by counting pages, operators and bytes. Throws `UnreadableError`: a scan has no text.
 */
export async function readPdf(bytes: Uint8Array): Promise<Doc> {
  const tail = String.fromCharCode(...bytes.subarray(Math.max(0, bytes.length - 4096)));
  if (!tail.includes('%%EOF')) throw damaged('PDF 的末尾被截断', 'pdf');
  if (!tail.includes('/Encrypt')) checkStreams(bytes);
  const drawn = await drawPages(bytes);
  const contents = drawn.map(({ content }) => content);
  refuseWithoutText(contents);
  const builder = new DocBuilder();
  layOut(pageBlocks(layOutPages(drawn)), builder);
  if (builder.length === 0) throw new UnreadableError('no_text', '请确认文件是否完整', 'pdf');
  return builder.finish('pdf', null, noHints, textIssues(contents));
}

/** Pages in order: a table that one cuts goes on in the next. */
function layOutPages(drawn: readonly DrawnPage[]): Page[] {
  const pages: Page[] = [];
  for (const { content, width, height } of drawn) pages.push(layOutPage(content, width, height, pages.at(-1)?.cut));
  return pages;
}

const inked = (content: PageContent) => content.glyphs.filter((glyph) => glyph.text.trim() !== '');

function refuseWithoutText(pages: readonly PageContent[]): void {
  const glyphs = pages.flatMap(inked);
  if (glyphs.length === 0) throw new UnreadableError('scanned', '请向发布机关索取文字版，或先做文字识别', 'pdf');
  const unknown = glyphs.filter((glyph) => glyph.text === '\ufffd').length;
  if (unknown * 3 > glyphs.length)
    throw new UnreadableError('no_text', '字体没有说明每个字形是什么字。请先做文字识别，或索取网页、Word 版', 'pdf');
}

function textIssues(pages: readonly PageContent[]): Issue[] {
  const issues: Issue[] = [];
  const glyphs = pages.flatMap(inked);
  if (glyphs.filter((glyph) => glyph.hidden).length * 2 > glyphs.length) issues.push(issue('recognised_text'));
  const empty = pages.flatMap((page, n) => (inked(page).length === 0 ? [n + 1] : []));
  if (empty.length > 0) issues.push(issue('table_as_image', `第 ${empty.join('、')} 页没有文字`));
  return issues;
}
