import { append } from '../append.ts';
import { type Doc, noHints } from '../model.ts';
import { shownObject } from './characters/object.ts';
import { superscript } from './characters/superscript.ts';
import { type Block, finishFlow } from './flow/flow.ts';
import { LookSeparator } from './flow/look-separator.ts';
import { CellCounter } from './flow/rows.ts';
import { TableLevels } from './flow/table-levels.ts';
import { damaged, tooLarge } from './refusals.ts';
import { RtfColours } from './rtf/colours.ts';
import { deepestGroup, type Group, isListField, knownOptional, newGroup, plain, setLook, silent, symbols, wayOf } from './rtf/groups.ts';
import { RowDefinition } from './rtf/rows.ts';
import { encodingOfCharset, encodingOfCodePage, RtfBytes } from './rtf/text.ts';
import { type RtfListener, readTokens } from './rtf/tokens.ts';

/** Read a Rich Text document (RTF 1.9.1) as shown: tables with merged cells, text boxes, notes; deletions left out. Throws `UnreadableError`. */
export function readRtf(bytes: Uint8Array): Promise<Doc> {
  const walk = new RtfWalk();
  readTokens(bytes, walk);
  if (walk.openGroups > 0) throw damaged('RTF 文档在中途被截断', 'rtf');
  return finishFlow(walk.finish(), 'rtf', {}, noHints);
}

/** Hears the tokens of an RTF document and collects its blocks. */
class RtfWalk implements RtfListener {
  private readonly counter = new CellCounter();
  private readonly groups: Group[] = [];
  private group: Group = newGroup();
  private readonly fonts = new Map<number, string | undefined>();
  private readonly colours = new RtfColours();
  private readonly bytes = new RtfBytes();
  private readonly notes: Block[] = [];
  private encoding = 'windows-1252';
  private tables = new TableLevels(this.counter);
  private definition = new RowDefinition();
  private paragraph = '';
  private defaultFont = 0;
  private pendingSkip = 0;
  private isOptional = false;
  private readonly separator = new LookSeparator();

  get openGroups(): number {
    return this.groups.length;
  }

  open(): void {
    this.write(this.bytes.flush());
    if (this.groups.length >= deepestGroup) throw tooLarge(`RTF 分组嵌套超过 ${deepestGroup} 层`, 'rtf');
    this.groups.push(this.group);
    this.group = { ...this.group, ends: null };
    this.pendingSkip = 0;
  }

  close(): void {
    this.write(this.bytes.flush());
    this.group.ends?.();
    this.group = this.groups.pop() ?? this.group;
    this.isOptional = false;
    this.pendingSkip = 0;
  }

  optional(): void {
    this.isOptional = true;
  }

  byte(byte: number): void {
    this.isOptional = false;
    if (this.pendingSkip > 0) this.pendingSkip--;
    else if (this.group.inColours) this.colours.byte(byte);
    else if (!this.group.silent) {
      if (byte < 0x80 && !this.bytes.incomplete) this.write(this.bytes.flush() + String.fromCharCode(byte));
      else this.write(this.bytes.add(byte, this.fonts.get(this.group.font) ?? this.encoding));
    }
  }

  word(name: string, value: number | null): void {
    this.write(this.bytes.flush());
    const unknown = this.isOptional && !knownOptional.has(name);
    this.isOptional = false;
    // A symbol may be the substitute of the character before; other words never are.
    if (this.pendingSkip > 0 && name in symbols) this.pendingSkip--;
    else if (name === 'fcharset') this.fonts.set(this.group.font, encodingOfCharset(value ?? 0));
    else if (name === 'f') this.group.font = value ?? 0;
    else if (unknown || silent.has(name) || name === 'shpinst') this.beSilent(name);
    else if (this.group.inColours) this.colours.word(name, value);
    else if (isListField(name, value)) this.write(shownObject);
    else if (this.startsElsewhere(name) || this.group.silent) return;
    else if (!this.character(name, value) && !this.paragraphWord(name, value)) this.definition.word(name, value);
  }

  finish(): Block[] {
    this.endParagraph(0);
    return [...this.tables.finish(), ...this.notes];
  }

  private beSilent(name: string): void {
    if (name === 'pict' && !this.group.silent) this.write(shownObject);
    this.group.silent = true;
    this.group.inColours = name === 'colortbl';
  }

  /** Text boxes and notes: their text is collected apart. */
  private startsElsewhere(name: string): boolean {
    if (name !== 'shptxt' && name !== 'footnote') return false;
    const outer = { tables: this.tables, paragraph: this.paragraph, definition: this.definition };
    this.counter.nest(this.groups.length / 50);
    this.tables = new TableLevels(this.counter);
    Object.assign(this, { paragraph: '', definition: new RowDefinition() });
    Object.assign(this.group, { silent: false, inTable: false, depth: 0 });
    this.group.ends = () => {
      this.endParagraph(0);
      const blocks = this.tables.finish();
      Object.assign(this, outer);
      if (name === 'footnote') append(this.notes, blocks);
      else this.tables.insert(blocks);
    };
    return true;
  }

  private character(name: string, value: number | null): boolean {
    const symbol = symbols[name];
    if (symbol !== undefined) this.write(name === 'tab' && this.group.label ? this.gap() : symbol);
    else if (name === 'u') {
      this.write(String.fromCharCode((value ?? 0) & 0xffff));
      this.pendingSkip = this.group.skip;
    } else if (name === 'uc') this.group.skip = Math.max(0, Math.min(value ?? 1, 16));
    else if (setLook(this.group, name, value)) return true;
    else if (name === 'cf') this.group.white = this.colours.isWhite(value ?? 0);
    else if (name === 'plain') Object.assign(this.group, plain, { font: this.defaultFont });
    else if (name === 'deff') this.defaultFont = this.group.font = value ?? 0;
    else if (name === 'listtext' || name === 'pntext') this.group.label = true;
    else if (name === 'ansicpg') this.encoding = encodingOfCodePage(value ?? 1252);
    else return false;
    return true;
  }

  private paragraphWord(name: string, value: number | null): boolean {
    if (name === 'par' || name === 'sect') this.endParagraph();
    else if (name === 'cell') this.endCell(1);
    else if (name === 'nestcell') this.endCell(Math.max(2, this.group.depth));
    else if (name === 'row') this.tables.endRow(1, this.definition);
    else if (name === 'nestrow') this.tables.endRow(Math.max(2, this.group.depth), this.definition);
    else if (name === 'trowd') this.definition = new RowDefinition();
    else if (name === 'intbl') this.group.inTable = true;
    else if (name === 'itap') this.group.depth = Math.max(0, value ?? 0);
    else if (name === 'pard') {
      this.group.inTable = false;
      this.group.depth = 0;
    } else if (name === 'nesttableprops') {
      const outer = this.definition;
      this.group.ends = () => {
        this.definition = outer;
      };
    } else return false;
    return true;
  }

  private write(text: string): void {
    if (text === '' || this.group.hidden || this.group.deleted) return;
    this.paragraph += this.separator.add(this.paragraph, this.group.raised ? superscript(text) : text, wayOf(this.group));
  }

  /** What stands between the number of a paragraph and its text. */
  private gap(): string {
    return /[、）)]$/.test(this.paragraph) ? '' : ' ';
  }

  private endParagraph(depth = this.group.depth > 0 ? this.group.depth : this.group.inTable ? 1 : 0): void {
    if (this.paragraph !== '') this.tables.paragraph(this.paragraph, depth);
    this.paragraph = '';
  }

  private endCell(depth: number): void {
    this.endParagraph(depth);
    this.tables.endCell(depth);
  }
}
