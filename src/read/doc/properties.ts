import type { ByteView } from '../container/byte-view.ts';
import { tooLarge } from '../refusals.ts';
import type { DocFile } from './file.ts';

/** Property modifiers by code ([MS-DOC] 2.2.5.1 Sprm): for each the operand it was given last. */
export type Properties = ReadonlyMap<number, ByteView>;

/** Properties of a run of bytes of the main stream, `from` up to `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly properties: Properties;
}

/** Most bytes of such lists; they may all point to one place. */
const mostHugeBytes = 64 * 1024 * 1024;
const noProperties: Properties = new Map();

/** Cut a list of property modifiers into codes and operands; one with an unknown end closes the list. */
export function readProperties(list: ByteView): Properties {
  const found = new Map<number, ByteView>();
  let at = 0;
  while (at + 2 <= list.length) {
    const code = list.u16(at);
    at += 2;
    const size = operandSize(code, list, at);
    if (at + size > list.length) break;
    found.set(code, list.part(at, size));
    at += size;
  }
  return found;
}

/** Size by the three upper bits; lists say theirs ([MS-DOC] 2.2.5.2, and 2.9.314 for table definitions). */
function operandSize(code: number, list: ByteView, at: number): number {
  const kind = code >> 13;
  if (kind === 6 && at < list.length) {
    if (code === 0xd608) return at + 1 < list.length ? list.u16(at) + 1 : list.length;
    return list.u8(at) + 1;
  }
  return [1, 1, 2, 4, 2, 2, 1, 3][kind] ?? 1;
}

/** Runs of paragraph properties, in order of their place in the main stream. */
export function paragraphRuns(file: DocFile): Run[] {
  let budget = mostHugeBytes;
  const followHuge = (properties: Properties) => {
    const followed = hugeList(properties, file.data);
    budget -= followed?.length ?? 0;
    if (budget < 0) throw tooLarge('Word 文档中的表格行定义', 'doc');
    return followed ? readProperties(followed) : properties;
  };
  return formattedPages(file, 13).flatMap((page) => {
    const count = page.u8(511);
    return Array.from({ length: count }, (_, n): Run => {
      const offset = page.u8((count + 1) * 4 + n * 13) * 2;
      const range = { from: page.u32(n * 4), to: page.u32(n * 4 + 4) };
      if (offset === 0) return { ...range, style: 0, properties: noProperties };
      const words = page.u8(offset);
      // A size of 0 means that the next byte holds it, without a byte less ([MS-DOC] 2.9.178 PapxInFkp).
      const [at, size] = words === 0 ? [offset + 2, page.u8(offset + 1) * 2] : [offset + 1, words * 2 - 1];
      return { ...range, style: page.u16(at), properties: followHuge(readProperties(clipped(page, at + 2, size - 2))) };
    });
  });
}

/** Runs of character properties, in order of their place in the main stream. */
export function characterRuns(file: DocFile): Run[] {
  return formattedPages(file, 12).flatMap((page) => {
    const count = page.u8(511);
    return Array.from({ length: count }, (_, n): Run => {
      const offset = page.u8((count + 1) * 4 + n) * 2;
      const range = { from: page.u32(n * 4), to: page.u32(n * 4 + 4), style: 0 };
      return { ...range, properties: offset === 0 ? noProperties : readProperties(clipped(page, offset + 1, page.u8(offset))) };
    });
  });
}

const clipped = (page: ByteView, at: number, size: number) => page.part(at, Math.max(0, Math.min(size, page.length - at)));

/** Properties too long for a page lie in the Data stream: rows of many cells (sprmPHugePapx). */
function hugeList(properties: Properties, data: ByteView): ByteView | null {
  const huge = properties.get(0x6646) ?? properties.get(0x6645);
  return huge ? data.part(huge.u32(0) + 2, data.u16(huge.u32(0))) : null;
}

/** Pages of 512 bytes that a bin table lists ([MS-DOC] 2.8.5 PlcBteChpx, 2.8.6 PlcBtePapx), each once. */
function formattedPages(file: DocFile, index: number): ByteView[] {
  const { part } = file.table(index);
  const count = Math.max(0, Math.floor((part.length - 4) / 8));
  const numbers = new Set(Array.from({ length: count }, (_, n) => part.u32((count + 1) * 4 + n * 4) & 0x3fffff));
  return [...numbers].map((number) => file.main.part(number * 512, 512)).sort((a, b) => a.u32(0) - b.u32(0));
}

/** Finds the run that holds a byte of the main stream. */
export function runFinder(runs: readonly Run[]): (at: number) => Run | undefined {
  let last = 0;
  return (at) => {
    const near = runs[last];
    if (near && at >= near.from && at < near.to) return near;
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle]?.from ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    last = low;
    const run = runs[low];
    return run && at >= run.from && at < run.to ? run : undefined;
  };
}
