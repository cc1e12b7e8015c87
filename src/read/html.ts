import type { Doc } from '../model.ts';
import { PageReader } from './html/page-reader.ts';
import { withLinesAsPrinted } from './html/preformatted.ts';
import { readTags } from './html/tags.ts';

// One pass over the tokens, no tree: a page costs little more than its tokenizer.

function readPage(page: string): PageReader {
  const reader = new PageReader();
  readTags(page, reader);
  reader.end();
  return reader;
}

/** Read a web page: running text a line per block, tables as rows with their spans placed. */
export async function readHtml(page: string, encoding: string): Promise<Doc> {
  const first = readPage(page);
  const reader = first.hasPreformatted ? readPage(withLinesAsPrinted(page)) : first;
  reader.doc.dropNavigation(reader.linkedLines);
  return reader.doc.finish('html', encoding, reader.hints);
}
