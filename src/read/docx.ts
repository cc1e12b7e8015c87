import type { Doc } from '../model.ts';
import { noHints } from '../model.ts';
import { openArchive } from './container/archive.ts';
import { WordWalk } from './docx/body.ts';
import { readStyleLooks } from './docx/looks.ts';
import { wordNamespaces } from './docx/names.ts';
import { noNumbering, readNumbering } from './docx/numbering.ts';
import { finishFlow } from './flow/flow.ts';
import { mostXmlBytes } from './limits.ts';
import { damaged } from './refusals.ts';
import { UnreadableError } from './unreadable.ts';
import { walkXml } from './xml.ts';

/**
 * Read a Word document (ECMA-376 WordprocessingML): body, text boxes and notes as shown, automatic numbers included;
 * tracked deletions, hidden text, headers and footers are left out. Throws `UnreadableError`.
 */
export function readDocx(bytes: Uint8Array): Promise<Doc> {
  const archive = openArchive(bytes, mostXmlBytes);
  const main = mainPart(archive.entries.map((entry) => entry.name));
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = (name: string) => archive.read(folder + name);
  const numberingPart = part('numbering.xml');
  const styles = part('styles.xml');
  const numbering = numberingPart ? readNumbering(numberingPart, styles) : noNumbering;
  const walk = new WordWalk(numbering, styles ? readStyleLooks(styles) : undefined);
  const body = archive.read(main);
  if (body) walkXml(body, main, wordNamespaces, walk);
  for (const name of ['footnotes.xml', 'endnotes.xml']) {
    const notes = part(name);
    if (notes) walkXml(notes, folder + name, wordNamespaces, walk);
  }
  if (walk.chunks > 0 && walk.blocks.length === 0) {
    throw new UnreadableError('no_text', '文档只嵌入了另一个网页。请用 Word 或 WPS 打开后另存', 'docx');
  }
  return finishFlow(walk.blocks, 'docx', { pictures: walk.pictures, embeddedSheets: walk.embeddedSheets }, noHints);
}

/** `word/document.xml`, also where a writer named or placed it differently. */
function mainPart(names: readonly string[]): string {
  const main = names.find((name) => name === 'word/document.xml') ?? names.find((name) => /(^|\/)document\d*\.xml$/.test(name));
  if (!main) throw damaged('Word 文档缺少正文部分', 'docx');
  return main;
}
