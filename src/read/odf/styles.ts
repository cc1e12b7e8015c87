import { type Attributes, walkXml } from '../xml.ts';
import { openNamespaces } from './names.ts';

/** What the styles of a document say that matters to its text (ISO/IEC 26300-3, 16), by their names. */
export class OpenStyles {
  /** Of cells with a printed border. */
  readonly bordered = new Set<string>();
  readonly hiddenTables = new Set<string>();
  /** Looks of texts: above the line as the numbers of notes are, and what sets them apart. */
  readonly raised = new Set<string>();
  readonly struck = new Set<string>();
  readonly hidden = new Set<string>();
  readonly white = new Set<string>();
  private readonly parents = new Map<string, string>();
  private style = '';

  open(name: string, attributes: Attributes): void {
    if (name === 'style:style') this.begin(attributes);
    else if (name === 'style:table-properties' && attributes.display === 'false') this.hiddenTables.add(this.style);
    else if (name === 'style:text-properties') this.openText(attributes);
    else if (name === 'style:table-cell-properties') {
      const borders = ['border', 'border-top', 'border-bottom', 'border-left', 'border-right'];
      if (borders.some((side) => isBorder(attributes[side]))) this.bordered.add(this.style);
    }
  }

  /** Whether a style, or one that it is derived from, is of a set. */
  has(set: ReadonlySet<string>, name: string): boolean {
    let style: string | undefined = name;
    for (let hops = 0; style !== undefined && hops < 20; hops++) {
      if (set.has(style)) return true;
      style = this.parents.get(style);
    }
    return false;
  }

  private begin(attributes: Attributes): void {
    this.style = attributes.name ?? '';
    const parent = attributes['parent-style-name'];
    if (parent !== undefined && parent !== this.style) this.parents.set(this.style, parent);
  }

  private openText(attributes: Attributes): void {
    if (attributes.display === 'none') this.hidden.add(this.style);
    if (/^#ffffff$/i.test(attributes.color ?? '')) this.white.add(this.style);
    if (/^(?:super|[1-9])/.test(attributes['text-position'] ?? '')) this.raised.add(this.style);
    const lines = [attributes['text-line-through-style'], attributes['text-line-through-type']];
    if (lines.some((line) => line !== undefined && line !== 'none')) this.struck.add(this.style);
  }
}

/** The part styles.xml: the styles that have names of their own; those it makes up for itself serve page headers. */
export function readCommonStyles(part: Uint8Array): OpenStyles {
  const styles = new OpenStyles();
  let common = false;
  const open = (name: string, attributes: Attributes) => {
    if (name === 'office:styles') common = true;
    else if (common) styles.open(name, attributes);
  };
  const close = (name: string) => {
    if (name === 'office:styles') common = false;
  };
  walkXml(part, 'styles.xml', openNamespaces, { open, close, text: () => {} });
  return styles;
}

/** `0.5pt solid #000000`; no border is `none`, of style none or without width. */
const isBorder = (value: string | undefined) => value !== undefined && !/\b(none|hidden)\b|^0(\.0+)?(pt|cm|mm|in)?\b/.test(value);
