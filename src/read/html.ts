import type { Doc } from '../model.ts';
import { PageReader } from './html/page-reader.ts';
import { withLinesAsPrinted } from './html/preformatted.ts';
import { readTags } from './html/tags.ts';

// One pass over the tokens, no tree: a page costs little more than its tokenizer.

const sections = /<!\[CDATA\[|\]\]>/g;

/** What stands in a section of XML is shown as such: pages are written by programs that mean XML (XHTML, feeds). */
const withoutSections = (page: string): string => (page.includes('CDATA[') ? page.replace(sections, '') : page);

function readPage(page: string): PageReader {
  const reader = new PageReader();
  readTags(page, reader);
  reader.end();
  return reader;
}

/** Read a web page: running text a line per block, tables as rows with their spans placed. */
export async function readHtml(written: string, encoding: string): Promise<Doc> {
  const page = withoutSections(written);
  const first = readPage(page);
  const reader = first.hasPreformatted ? readPage(withLinesAsPrinted(page)) : first;
  reader.doc.dropNavigation(reader.linkedLines, reader.unseenLines);
  return reader.doc.finish('html', encoding, reader.hints);
}
