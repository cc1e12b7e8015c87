import type { Doc } from '../model.ts';
import { noHints } from '../model.ts';
import { WordWalk } from './docx/body.ts';
import { wordNamespaces } from './docx/names.ts';
import { noNumbering, readNumbering } from './docx/numbering.ts';
import { finishFlow } from './flow/flow.ts';
import { mostXmlBytes } from './limits.ts';
import { tooLarge } from './refusals.ts';
import { walkXml } from './xml.ts';

type Reader = (bytes: Uint8Array) => Promise<Doc>;

/** Office documents saved as one XML file, by their root element. */
const readers: Readonly<Record<string, Reader>> = {
  'w:wordDocument': readWord2003,
  'pkg:package': readPackage,
  Workbook: async (bytes) => (await import('./flat-sheet.ts')).readSheet2003(bytes),
  'ss:Workbook': async (bytes) => (await import('./flat-sheet.ts')).readSheet2003(bytes),
  'office:document': async (bytes) => (await import('./odf.ts')).readFlatOpenDocument(bytes),
};

/** Read an office document of one XML file, whose root element is known; null for any other XML. Throws `UnreadableError`. */
export async function readFlatXml(root: string, text: string): Promise<Doc | null> {
  const reader = Object.hasOwn(readers, root) ? readers[root] : undefined;
  if (!reader) return null;
  if (text.length > mostXmlBytes) throw tooLarge(`XML 有 ${text.length} 字`);
  return reader(new TextEncoder().encode(text));
}

/** Word 2003 XML: the numbers of lists are printed beside their paragraphs. */
function readWord2003(bytes: Uint8Array): Promise<Doc> {
  const walk = new WordWalk(noNumbering);
  walkXml(bytes, 'wordDocument', wordNamespaces, walk);
  return finish(walk, 'doc');
}

/** Flat OPC: the parts of a .docx one after another, those of lists and styles behind the text. */
function readPackage(bytes: Uint8Array): Promise<Doc> {
  const walk = new WordWalk(readNumbering(bytes, bytes));
  walkXml(bytes, 'package', wordNamespaces, walk);
  return finish(walk, 'docx');
}

const finish = ({ blocks, pictures, embeddedSheets }: WordWalk, format: 'doc' | 'docx') =>
  finishFlow(blocks, format, { pictures, embeddedSheets }, noHints);
