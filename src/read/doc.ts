import type { Doc } from '../model.ts';
import { noHints } from '../model.ts';
import { DocWalk } from './doc/body.ts';
import { openDoc } from './doc/file.ts';
import { finishFlow } from './flow/flow.ts';

/**
 * Read a Word 97-2003 document ([MS-DOC]; WPS writes the same): tables with merged cells, text boxes and notes as shown;
 * deletions, hidden text, headers and footers left out. Throws `UnreadableError`.
 */
export function readDoc(bytes: Uint8Array): Promise<Doc> {
  const file = openDoc(bytes);
  const walk = new DocWalk(file);
  const blocks = [file.body, file.textBoxes, file.notes].flatMap((part) => walk.blocks(part));
  return finishFlow(blocks, 'doc', { pictures: walk.pictures }, noHints);
}
