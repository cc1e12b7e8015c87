import type { Attributes } from './xml.ts';

/** What the automatic styles of a document say that matters to its text (ISO/IEC 26300-3, 16), by their names. */
export class OpenStyles {
  /** Of cells with a printed border. */
  readonly bordered = new Set<string>();
  readonly hiddenTables = new Set<string>();
  /** Of text above the line: the numbers of notes. */
  readonly raised = new Set<string>();
  readonly struck = new Set<string>();
  private style = '';

  open(name: string, attributes: Attributes): void {
    if (name === 'style:style') this.style = attributes.name ?? '';
    else if (name === 'style:table-properties' && attributes.display === 'false') this.hiddenTables.add(this.style);
    else if (name === 'style:text-properties') this.openText(attributes);
    else if (name === 'style:table-cell-properties') {
      const borders = ['border', 'border-top', 'border-bottom', 'border-left', 'border-right'];
      if (borders.some((side) => isBorder(attributes[side]))) this.bordered.add(this.style);
    }
  }

  private openText(attributes: Attributes): void {
    if (/^(?:super|[1-9])/.test(attributes['text-position'] ?? '')) this.raised.add(this.style);
    const lines = [attributes['text-line-through-style'], attributes['text-line-through-type']];
    if (lines.some((line) => line !== undefined && line !== 'none')) this.struck.add(this.style);
  }
}

/** `0.5pt solid #000000`; no border is `none`, of style none or without width. */
const isBorder = (value: string | undefined) => value !== undefined && !/\b(none|hidden)\b|^0(\.0+)?(pt|cm|mm|in)?\b/.test(value);
