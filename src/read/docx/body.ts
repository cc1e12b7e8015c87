import { append } from '../../append.ts';
import { shownObject } from '../characters/object.ts';
import { superscript } from '../characters/superscript.ts';
import { OpenFields } from '../flow/fields.ts';
import type { Block } from '../flow/flow.ts';
import { LookSeparator } from '../flow/look-separator.ts';
import { numbered } from '../flow/numbering.ts';
import { CellCounter } from '../flow/rows.ts';
import type { Attributes, XmlListener } from '../xml.ts';
import type { Chunk } from './chunks.ts';
import { type RunLook, type StyleLooks, setLook, wayOf } from './looks.ts';
import { isAside, skipped, symbol } from './names.ts';
import type { Numbering } from './numbering.ts';
import { newParagraph, type Paragraph, setParagraph } from './paragraph.ts';
import { OpenTables } from './tables.ts';

interface Frame {
  readonly blocks: Block[];
  readonly paragraph: Paragraph | null;
  readonly run: Run | null;
  readonly fields: OpenFields;
}

interface Run {
  readonly look: RunLook;
  style: string;
}

/** Hears the XML of a Word document and collects its blocks. */
export class WordWalk implements XmlListener {
  readonly blocks: Block[] = [];
  pictures = 0;
  readonly chunks: Chunk[] = [];
  embeddedSheets = 0;
  private readonly numbering: Numbering;
  private readonly styles: StyleLooks;
  private readonly counter = new CellCounter();
  private readonly frames: Frame[] = [];
  private readonly tables = new OpenTables(this.counter);
  private current: Block[] = this.blocks;
  private paragraph: Paragraph | null = null;
  private run: Run | null = null;
  private fields = new OpenFields();
  private inText = false;
  private inCode = false;
  /** Of each open choice of contents, the innermost last, whether one of them was shown (ECMA-376 part 3, 7.4). */
  private readonly alternates: boolean[] = [];
  private skipping = 0;
  private readonly separator = new LookSeparator();

  constructor(numbering: Numbering, styles: StyleLooks = new Map()) {
    this.numbering = numbering;
    this.styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    if (this.skipping > 0 || skipped.has(name) || (name === 'mc:Fallback' && this.alternates.at(-1))) this.skipping++;
    else if (name === 'w:t' || name === 'm:t') this.inText = true;
    else if (name === 'w:instrText') this.inCode = true;
    else if (name === 'mc:AlternateContent') this.alternates.push(false);
    else if (!this.openBlock(name) && !this.tables.property(name, attributes, this.paragraph !== null)) this.openInline(name, attributes);
  }

  close(name: string): void {
    if (this.skipping > 0) this.skipping--;
    else if (name === 'w:t' || name === 'm:t') this.inText = false;
    else if (name === 'w:instrText') this.inCode = false;
    else if (name === 'mc:AlternateContent') this.endChoice();
    else if (name === 'w:r') this.run = null;
    else if (name === 'w:p') this.endParagraph();
    else if (name === 'w:tc') this.endCell();
    else if (name === 'w:tr') this.tables.endRow();
    else if (name === 'w:tbl') this.endTable();
    else if (isAside(name)) {
      const content = this.leave();
      append(this.paragraph?.anchored ?? this.current, content);
    }
  }

  text(text: string): void {
    if (this.inCode) this.fields.tell(text);
    if (!this.inText || this.skipping > 0 || this.fields.isCode) return;
    const look = { ...this.styles.get(this.paragraph?.style ?? ''), ...this.styles.get(this.run?.style ?? ''), ...this.run?.look };
    if (!look.hidden) this.write(this.separator.add(this.paragraph?.text ?? '', look.raised ? superscript(text) : text, wayOf(look)));
  }

  private write(text: string): void {
    if (text === '') return;
    if (this.paragraph) this.paragraph.text += text;
    if (this.alternates.length > 0) this.alternates[this.alternates.length - 1] = true;
    this.fields.show();
  }

  private openBlock(name: string): boolean {
    if (name === 'w:p') this.startParagraph();
    else if (name === 'w:r') this.run = { look: {}, style: '' };
    else if (name === 'w:tbl') this.tables.begin();
    else if (name === 'w:tc') this.enter();
    else if (isAside(name)) this.enter();
    else return false;
    if (name === 'w:tc') this.tables.beginCell();
    return true;
  }

  private openInline(name: string, attributes: Attributes): void {
    if (name === 'w:tab' && this.run) this.write('\t');
    else if ((name === 'w:br' || name === 'w:cr') && this.run) this.write('\n');
    else if (name === 'w:noBreakHyphen') this.write('-');
    else if (name === 'w:fldChar') this.write(this.fields.mark(attributes.fldCharType));
    else if (this.fields.isCode && this.fields.choice(name, attributes.val)) return;
    else if (name === 'w:del') this.skipping++;
    else if (name === 'w:rStyle' && this.run) this.run.style = attributes.val ?? '';
    else if (this.run && setLook(this.run.look, name, attributes)) return;
    else if (name === 'w:sym') this.write(symbol(attributes));
    else if (this.paragraph && setParagraph(this.paragraph, name, attributes)) return;
    else if (name === 'pic:pic' || name === 'v:imagedata') this.picture();
    else if (name === 'w:altChunk') this.chunk(attributes.id ?? '');
    else if (name === 'o:OLEObject' && /^(Excel|ET)\./i.test(attributes.ProgID ?? '')) this.embeddedSheets++;
  }

  /** What one of its contents shows, the one around it shows too. */
  private endChoice(): void {
    const isShown = this.alternates.pop();
    if (isShown && this.alternates.length > 0) this.alternates[this.alternates.length - 1] = true;
  }

  private picture(): void {
    this.pictures++;
    this.write(shownObject);
  }

  private chunk(id: string): void {
    this.chunks.push({ id, at: this.frames.length === 0 ? this.blocks.length : -1 });
  }

  private enter(): void {
    this.frames.push({ blocks: this.current, paragraph: this.paragraph, run: this.run, fields: this.fields });
    this.counter.nest(this.frames.length);
    this.current = [];
    this.paragraph = null;
    this.run = null;
    this.fields = new OpenFields();
  }

  private leave(): Block[] {
    const content = this.current;
    const frame = this.frames.pop();
    this.current = frame?.blocks ?? this.blocks;
    this.paragraph = frame?.paragraph ?? null;
    this.run = frame?.run ?? null;
    this.fields = frame?.fields ?? this.fields;
    return content;
  }

  private startParagraph(): void {
    this.endParagraph();
    this.paragraph = newParagraph();
  }

  private endParagraph(): void {
    const ended = this.paragraph;
    if (!ended) return;
    this.paragraph = null;
    const label = ended.printed || this.numbering.label(ended.style, ended.numId, ended.level);
    this.current.push(numbered(label, ended.text));
    append(this.current, ended.anchored);
  }

  private endCell(): void {
    const blocks = this.leave();
    if (!this.tables.endCell(blocks)) append(this.current, blocks);
  }

  private endTable(): void {
    const table = this.tables.end();
    if (table) this.current.push(table);
  }
}
