import { append } from '../../append.ts';
import { shownObject } from '../characters/object.ts';
import { superscript } from '../characters/superscript.ts';
import type { Block } from '../flow/flow.ts';
import { LookSeparator } from '../flow/look-separator.ts';
import { CellCounter } from '../flow/rows.ts';
import type { Attributes, XmlListener } from '../xml.ts';
import { TrackedChanges } from './changes.ts';
import { OpenStyles } from './styles.ts';
import type { OpenTable } from './tables.ts';

// Deleted text of tracked changes, comments, phonetic guides, form controls.
const skipped = new Set(['text:tracked-changes', 'office:annotation', 'text:ruby-text', 'office:forms', 'text:note-citation']);
const cellNames = new Set(['table:table-cell', 'table:covered-table-cell']);
/** A field that is a list to choose from: what is chosen is a number only. */
const isList = (name: string, { type = '' }: Attributes): boolean => name === '?:fieldmark' && type.endsWith('DROPDOWN');
const pictureFile = /^\.?\/?Pictures\//;

interface Frame {
  readonly blocks: Block[];
  readonly paragraph: string | null;
  readonly paragraphStyle: string;
}

/** What a finished table becomes: a block of a text document, or a sheet kept elsewhere. */
export type TableSink = (table: OpenTable, into: Block[]) => void;

/** Hears content.xml of a text document or spreadsheet and collects its blocks. */
export class OpenWalk implements XmlListener {
  readonly blocks: Block[] = [];
  /** Notes to what stands in tables. */
  readonly notes: Block[] = [];
  pictures = 0;
  private readonly sink: TableSink;
  private readonly counter = new CellCounter();
  private readonly frames: Frame[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly styles: OpenStyles;
  /** Styles of the spans that are open, the innermost last. */
  private readonly spans: string[] = [];
  private current: Block[] = this.blocks;
  private paragraph: string | null = null;
  private paragraphStyle = '';
  private skipping = 0;
  private readonly changes = new TrackedChanges();
  private readonly separator = new LookSeparator();

  constructor(sink: TableSink, styles = new OpenStyles()) {
    this.sink = sink;
    this.styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    this.changes.open(name, attributes);
    if (this.skipping > 0 || skipped.has(name)) this.skipping++;
    else if (name === 'text:p' || name === 'text:h') this.startParagraph(attributes['style-name']);
    else if (name.startsWith('style:')) this.styles.open(name, attributes);
    else if (name.startsWith('table:')) this.openTable(name, attributes);
    else if (name === 'draw:text-box' || name === 'text:note-body') this.enter();
    else if (name === 'text:span') this.spans.push(attributes['style-name'] ?? '');
    else if (name === 'draw:image' || name === 'draw:object' || isList(name, attributes)) this.showObject(attributes.href);
    else this.openInline(name, attributes);
  }

  close(name: string): void {
    if (this.skipping > 0) this.skipping--;
    else if (name === 'text:p' || name === 'text:h') this.endParagraph();
    else if (cellNames.has(name)) this.leave();
    else if (name === 'text:span') this.spans.pop();
    else if (name === 'draw:text-box' || name === 'text:note-body') {
      const inner = this.current;
      this.leave();
      // A note is shown at the foot of its page: of a cell it is no part.
      append(name === 'text:note-body' && this.tables.length > 0 ? this.notes : this.current, inner);
    } else if (name === 'table:table') this.endTable();
  }

  text(text: string): void {
    // White space collapses in OpenDocument (6.1.2); blanks that count are elements.
    if (this.skipping > 0 || this.paragraph === null || this.changes.isDeleted) return;
    const shown = text.replace(/[ \t\r\n]+/g, ' ');
    const { styles } = this;
    const within = (set: ReadonlySet<string>) => this.spans.some((style) => styles.has(set, style)) || styles.has(set, this.paragraphStyle);
    if (within(styles.hidden)) return;
    const way = `${within(styles.struck) ? 's' : ''}${within(styles.white) ? 'w' : ''}`;
    this.paragraph += this.separator.add(this.paragraph, within(styles.raised) ? superscript(shown) : shown, way);
  }

  private openTable(name: string, attributes: Attributes): void {
    const table = this.tables.at(-1);
    const hidden = attributes.visibility === 'collapse' || attributes.visibility === 'filter';
    if (name === 'table:table') {
      const concealed = this.styles.hiddenTables.has(attributes['style-name'] ?? '');
      this.tables.push({ name: attributes.name ?? '', hidden: concealed, rows: [], columns: [] });
    } else if (name === 'table:table-row') {
      table?.rows.push({ cells: [], repeated: count(attributes['number-rows-repeated']), hidden });
    } else if (name === 'table:table-column') {
      table?.columns.push({ repeated: count(attributes['number-columns-repeated']), hidden });
    } else if (cellNames.has(name)) this.openCell(name === 'table:covered-table-cell', attributes);
  }

  private openCell(covered: boolean, attributes: Attributes): void {
    this.enter();
    this.counter.count(1);
    this.tables
      .at(-1)
      ?.rows.at(-1)
      ?.cells.push({
        blocks: this.current,
        columns: count(attributes['number-columns-spanned']),
        rows: count(attributes['number-rows-spanned']),
        repeated: count(attributes['number-columns-repeated']),
        covered,
        bordered: this.styles.bordered.has(attributes['style-name'] ?? ''),
      });
  }

  private openInline(name: string, attributes: Attributes): void {
    if (this.paragraph === null) return;
    if (name === 'text:s') this.paragraph += ' '.repeat(Math.min(count(attributes.c), 1000));
    else if (name === 'text:tab') this.paragraph += '\t';
    else if (name === 'text:line-break') this.paragraph += '\n';
  }

  private showObject(file = ''): void {
    if (pictureFile.test(file)) this.pictures++;
    if (this.paragraph === null) this.current.push(shownObject);
    else this.paragraph += shownObject;
  }

  private enter(): void {
    const { paragraph, paragraphStyle } = this;
    this.frames.push({ blocks: this.current, paragraph, paragraphStyle });
    this.counter.nest(this.frames.length);
    this.current = [];
    this.paragraph = null;
  }

  private leave(): void {
    const frame = this.frames.pop();
    this.current = frame?.blocks ?? this.blocks;
    this.paragraph = frame?.paragraph ?? null;
    this.paragraphStyle = frame?.paragraphStyle ?? '';
  }

  private startParagraph(style = ''): void {
    this.endParagraph();
    this.paragraph = '';
    this.paragraphStyle = style;
  }

  private endParagraph(): void {
    if (this.paragraph !== null) this.current.push(this.paragraph);
    this.paragraph = null;
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (table) this.sink(table, this.current);
  }
}

const count = (value: string | undefined) => Math.max(1, Math.min(Number.parseInt(value ?? '', 10) || 1, 2_000_000));
