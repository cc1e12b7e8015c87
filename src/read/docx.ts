import type { Doc } from '../model.ts';
import { noHints } from '../model.ts';
import { openArchive } from './container/archive.ts';
import { WordWalk } from './docx/body.ts';
import { withChunks } from './docx/chunks.ts';
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
export async function readDocx(bytes: Uint8Array): Promise<Doc> {
  const { walk, archive, folder } = walkDocx(bytes);
  const readInner = (inner: Uint8Array) => walkDocx(inner).walk.blocks;
  const { blocks, unread } = await withChunks(walk.blocks, walk.chunks, { archive, folder, readInner });
  if (unread > 0 && blocks.length === 0) {
    throw new UnreadableError('no_text', '文档只嵌入了另一个文件。请用 Word 或 WPS 打开后另存', 'docx');
  }
  return finishFlow(blocks, 'docx', { pictures: walk.pictures, embeddedSheets: walk.embeddedSheets }, noHints);
}

/** Walk over the parts of a document that are shown. */
function walkDocx(bytes: Uint8Array) {
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
  return { walk, archive, folder };
}

/** `word/document.xml`, also where a writer named or placed it differently. */
function mainPart(names: readonly string[]): string {
  const main = names.find((name) => name === 'word/document.xml') ?? names.find((name) => /(^|\/)document\d*\.xml$/.test(name));
  if (!main) throw damaged('Word 文档缺少正文部分', 'docx');
  return main;
}
