import { ByteView } from '../container/byte-view.ts';
import { openCompound } from '../container/compound.ts';
import { damaged, encrypted, tooLarge, unsupported } from '../refusals.ts';

/** A stretch of text: characters `from` up to `to`, stored at `at` in the main stream, one or two bytes each. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly width: 1 | 2;
}

/** A Word 97-2003 document ([MS-DOC]) with its streams and the parts of its text. */
export interface DocFile {
  readonly main: ByteView;
  readonly data: ByteView;
  readonly pieces: readonly Piece[];
  /** Where the parts of the text begin and end, in characters. */
  readonly body: readonly [number, number];
  readonly notes: readonly [number, number];
  readonly textBoxes: readonly [number, number];
  /** A table of the file by its index in FibRgFcLcb97, with what lies behind it; empty when there is none. */
  table(index: number): { readonly part: ByteView; readonly behind: ByteView };
}

/** Most characters of text; a report has some ten thousand. */
const mostCharacters = 4_000_000;

/** Open a DOC or WPS file. Throws `UnreadableError` when it is encrypted, of Word 95 or older, or damaged. */
export function openDoc(bytes: Uint8Array): DocFile {
  const compound = openCompound(bytes);
  const mainBytes = compound.read('WordDocument');
  if (!mainBytes) throw damaged('文件里没有 Word 正文', 'doc');
  const main = new ByteView(mainBytes);
  const magic = main.u16(0);
  if (magic !== 0xa5ec) throw unsupported('Word 95 或更早的文档', '请用 Word 或 WPS 另存为 .docx', 'doc');
  const flags = main.u16(10);
  if (flags & 0x8100) throw encrypted('Word 文档', 'doc');
  const tables = compound.read(flags & 0x0200 ? '1Table' : '0Table');
  if (!tables) throw damaged('Word 文档缺少表格流', 'doc');
  const tableView = new ByteView(tables);
  const table = (index: number) => {
    const at = main.u32(154 + index * 8);
    const length = main.u32(158 + index * 8);
    if (length === 0) return { part: new ByteView(new Uint8Array()), behind: new ByteView(new Uint8Array()) };
    return { part: tableView.part(at, length), behind: tableView.part(at + length, tables.length - at - length) };
  };
  const data = new ByteView(compound.read('Data') ?? new Uint8Array());
  return { main, data, table, pieces: readPieces(table(33).part), ...textParts(main) };
}

/** Lengths of the parts of the text stand in FibRgLw97: body, notes, headers, comments, end notes, text boxes. */
function textParts(main: ByteView) {
  const counts = [76, 80, 84, 92, 96, 100].map((at) => main.u32(at));
  const [body = 0, notes = 0, headers = 0, comments = 0, endNotes = 0, boxes = 0] = counts;
  if (counts.some((count) => count > mostCharacters)) throw tooLarge('Word 文档声称的文字', 'doc');
  const boxesFrom = body + notes + headers + comments + endNotes;
  return {
    body: [0, body] as const,
    notes: [body, body + notes] as const,
    textBoxes: [boxesFrom, boxesFrom + boxes] as const,
  };
}

/** The piece table ([MS-DOC] 2.8.35 PlcPcd), behind the property lists of fast saves. */
function readPieces(clx: ByteView): Piece[] {
  let at = 0;
  while (at < clx.length && clx.u8(at) === 1) at += 3 + clx.u16(at + 1);
  if (at >= clx.length || clx.u8(at) !== 2) throw damaged('Word 文档缺少文字片段表', 'doc');
  const plc = clx.part(at + 5, clx.u32(at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  let total = 0;
  return Array.from({ length: count }, (_, n): Piece => {
    const from = plc.u32(n * 4);
    const to = plc.u32(n * 4 + 4);
    const position = plc.u32((count + 1) * 4 + n * 8 + 2);
    const compressed = (position & 0x40000000) !== 0;
    const offset = position & 0x3fffffff;
    total += Math.max(0, to - from);
    if (to < from || total > 2 * mostCharacters) throw damaged('Word 文档的文字片段表无法理解', 'doc');
    return { from, to, at: compressed ? offset / 2 : offset, width: compressed ? 1 : 2 };
  });
}
