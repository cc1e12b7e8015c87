import type { DocBuilder } from '../lines.ts';
import type { Element } from './elements.ts';

// Tables made of blocks: what holds a row shows a label and figures, each in a block of its own. A block that shows nothing is an
// empty cell there; elsewhere it only keeps lines apart.

interface OpenBlock {
  readonly name: string;
  /** Lines of the document when it began, and before those of its own that are missing. */
  readonly from: number;
  gaps: number[] | null;
  blocks: number;
  isRow: boolean;
}

const [fewestCells, mostCells] = [3, 20];
/** A row shows labels, then figures or marks for none; its empty cells stand among these. */
const figure = /^[\s\d.,%+\-—/０-９]*$/;

/** Whether cells are those of a row of a form: words first, figures and empty ones behind them. */
function isRow(texts: readonly string[]): boolean {
  const first = texts.findIndex((text) => figure.test(text));
  const rest = texts.slice(first);
  return first >= 0 && rest.length > 1 && rest.every((text) => figure.test(text)) && texts.some((text) => text !== '');
}

/** Follows the blocks of a page, and leaves a line for each empty cell of a row of blocks. */
export class BlockRows {
  private readonly doc: DocBuilder;
  private readonly open: OpenBlock[] = [];

  constructor(doc: DocBuilder) {
    this.doc = doc;
  }

  begin({ name, isVoid }: Element): void {
    if (!isVoid) this.open.push({ name, from: this.doc.length, gaps: null, blocks: 0, isRow: true });
  }

  /** A block ends, its last line with it; lines that are links are no row. */
  end({ name, isVoid }: Element, linked: ReadonlySet<number>): void {
    if (isVoid || this.open.at(-1)?.name !== name) return;
    const block = this.open.pop();
    const outer = this.open.at(-1);
    if (!block) return;
    const lines = this.doc.length - block.from;
    if (block.blocks > 0) this.endRow(block, lines, linked);
    if (!outer) return;
    outer.blocks++;
    // A paragraph that is empty is a gap between two others.
    outer.isRow &&= block.blocks === 0 && lines <= 1 && name !== 'p' && outer.blocks <= mostCells;
    if (lines > 0 || !outer.isRow) return;
    outer.gaps ??= [];
    outer.gaps.push(this.doc.length);
  }

  private endRow({ from, gaps, blocks, isRow: mayBeRow }: OpenBlock, lines: number, linked: ReadonlySet<number>): void {
    if (!mayBeRow || gaps === null || blocks < fewestCells || lines + gaps.length !== blocks) return;
    const texts = this.doc.textsFrom(from);
    if (texts.some((_, n) => linked.has(from + n + 1))) return;
    for (const gap of gaps.toReversed()) texts.splice(gap - from, 0, '');
    if (isRow(texts)) this.doc.insertEmpty(gaps);
  }
}
