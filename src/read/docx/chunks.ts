import type { Archive } from '../container/archive.ts';
import { partName, readRelations } from '../container/relations.ts';
import { blocksOf } from '../flow/blocks.ts';
import type { Block } from '../flow/flow.ts';
import { sniffBinary } from '../sniff.ts';
import { UnreadableError } from '../unreadable.ts';

/** A document embedded as a whole (ECMA-376 17.17.2): its relation, and its place among the blocks around it; -1 where that is in a table. */
export interface Chunk {
  readonly id: string;
  readonly at: number;
}

/** Reads a Word document that is embedded in another; what is embedded in it in turn is not read. */
export type ReadInner = (bytes: Uint8Array) => readonly Block[];

/** Programs that make documents of pages embed one page. */
const mostChunks = 20;

async function blocksIn(bytes: Uint8Array, readInner: ReadInner): Promise<readonly Block[]> {
  if ((await sniffBinary(bytes)) === 'docx') return readInner(bytes);
  const { readDocument } = await import('../index.ts');
  return blocksOf((await readDocument(bytes)).lines);
}

/** The blocks of a document with those of its chunks in their places, and how many chunks could not be read. */
export async function withChunks(
  blocks: readonly Block[],
  chunks: readonly Chunk[],
  { archive, folder, readInner }: { readonly archive: Archive; readonly folder: string; readonly readInner: ReadInner },
): Promise<{ readonly blocks: readonly Block[]; readonly unread: number }> {
  const relations = chunks.length > 0 ? archive.read(`${folder}_rels/document.xml.rels`) : null;
  if (!relations) return { blocks, unread: chunks.length };
  const targets = readRelations(relations);
  const whole: Block[][] = [];
  let [from, unread] = [0, 0];
  for (const [n, { id, at }] of chunks.entries()) {
    const content = at >= 0 && n < mostChunks ? archive.read(partName(folder, targets.get(id) ?? '')) : null;
    const inner = content ? await blocksIn(content, readInner).catch(ignoreUnreadable) : null;
    if (inner) whole.push([...blocks.slice(from, at)], [...inner]);
    else unread++;
    if (inner) from = at;
  }
  return { blocks: [...whole.flat(), ...blocks.slice(from)], unread };
}

function ignoreUnreadable(error: unknown): null {
  if (error instanceof UnreadableError) return null;
  throw error;
}
