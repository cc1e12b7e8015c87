import { type FoundDocument, findDocuments } from '../../../src/dataset/upkeep/find-documents.ts';
import { Failure } from '../../failure.ts';
import type { LocalDataset } from '../store/local-dataset.ts';

/** Documents listed where several may be meant. */
const most = 10;

/** The one document a person means. Throws `document_unknown` or `document_ambiguous`. */
export async function theDocument(dataset: LocalDataset, asked: string): Promise<FoundDocument> {
  const found = await findDocuments(dataset, asked);
  const [first, ...others] = found;
  if (first === undefined) throw new Failure('document_unknown', { name: asked });
  if (others.length === 0) return first;
  const list = found.slice(0, most).map(({ history }) => `\n  ${history.sha256.slice(0, 16)}  ${history.provenance.keys[0]}`);
  throw new Failure('document_ambiguous', { count: found.length, name: asked, list: list.join('') + (found.length > most ? '\n  …' : '') });
}
