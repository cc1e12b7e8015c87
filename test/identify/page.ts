import { type Identity, identify } from '../../src/identify/index.ts';
import { noHints, type Source } from '../../src/model.ts';
import { DocBuilder } from '../../src/read/lines.ts';

/** A document of plain lines, as a text file gives it. */
export async function pageOf(text: string) {
  const doc = new DocBuilder();
  doc.paragraph(text);
  return doc.finish('txt', 'utf-8', noHints);
}

/** Identity of such a document in which no table was found. */
export async function identityOf(text: string, sourceUrl?: string, declared?: Source['declared']): Promise<Identity> {
  return identify(await pageOf(text), { name: 'a.txt', sourceUrl, declared }, { present: [], values: 0, blank: 0 });
}
