import { isPlain } from '../characters/plain.ts';
import { superscript } from '../characters/superscript.ts';
import { DocBuilder } from '../lines.ts';
import { BlockRows } from './block-rows.ts';
import type { Element, Role } from './elements.ts';
import { OpenBox, shownValue } from './fields.ts';
import { PageHints } from './hints.ts';
import { PageTables } from './tables.ts';
import type { PageListener } from './tags.ts';
import { Veils } from './veils.ts';

/** Hidden elements that show something else than text. */
const pictured = new Set(['svg', 'canvas', 'iframe', 'object', 'math', 'template']);
const blanks = /[ \t\r\n\u00a0]+/g;

/** Puts together what a page shows while its tags are read: running text a line per block, tables as rows. */
export class PageReader implements PageListener {
  readonly doc = new DocBuilder();
  /** Numbers of lines that are links from end to end: navigation, unless the page is a list. */
  readonly linkedLines = new Set<number>();
  /** Numbers of lines that nobody sees: another version of what the page shows. */
  unseenLines: ReadonlySet<number> = new Set();
  private readonly tables = new PageTables(this.doc, { end: () => this.breakLine(), drop: () => this.dropLine() });
  private readonly rows = new BlockRows(this.doc);
  private readonly veils = new Veils();
  private text = '';
  private linkedText = 0;
  private skipping = 0;
  private inTitle = false;
  private raised = 0;
  private role: Role | undefined;
  private attributes: Record<string, string> = {};
  private box: OpenBox | null = null;
  /** Some text of the page is preformatted: its line ends are breaks. */
  hasPreformatted = false;
  readonly hints = new PageHints();

  open(element: Element): void {
    const { name, role } = element;
    this.role = role;
    if (role === 'hidden') this.hide(name);
    else if (role === 'title') this.inTitle = true;
    else if (role === 'box') this.openBox(name);
    else if (role === 'field' || role === 'input' || role === 'picture') this.attributes = {};
    else if (this.skipping) return;
    else if (role === 'option') this.openOption();
    else if (role === 'veiled') this.turnVeil('begin');
    else if (role === 'table') this.tables.open();
    else if (role === 'cell') this.tables.openCell();
    // Cells before it stand in a row whose own tag was left out.
    else if (role === 'row') this.tables.closeRow();
    else if (role === 'foot') this.tables.turn(true);
    else if (role === 'link') this.hints.openLink();
    else if (role === 'raised') this.raised++;
    else if (role === 'struck') this.text += ' ';
    else {
      this.hasPreformatted ||= name === 'pre';
      this.breakLine();
      if (!this.tables.cell) this.rows.begin(element);
    }
  }

  /** A hidden cell is no cell of its row. */
  private hide(name: string): void {
    if (this.skipping === 0 && (name === 'td' || name === 'th')) this.tables.dropCell();
    if (this.skipping === 0 && pictured.has(name)) this.showPicture();
    this.skipping++;
  }

  attribute(name: string, value: string): void {
    if (this.role === 'cell') {
      const cell = this.tables.cell;
      if (cell && name === 'colspan') cell.columns = Number.parseInt(value, 10) || 1;
      if (cell && name === 'rowspan') cell.rows = Number.parseInt(value, 10) || 1;
    } else if (this.role === 'link' && name === 'href') this.hints.href = value;
    else if (this.role !== undefined) this.attributes[name] = value;
  }

  close(element: Element): void {
    const { name, role } = element;
    if (role === 'hidden' || (role === 'box' && this.box === null)) this.skipping = Math.max(0, this.skipping - 1);
    else if (role === 'title') this.inTitle = false;
    else if (role === 'field') this.hints.field(name, this.attributes);
    else if (this.skipping) return;
    else if (role === 'veiled') this.turnVeil('end');
    else if (role === 'cell') this.tables.closeCell();
    else if (role === 'row') this.tables.closeRow();
    else if (role === 'table') this.tables.close();
    else if (role === 'foot') this.tables.turn(false);
    else if (role === 'link') this.hints.closeLink();
    else if (role === 'raised') this.raised--;
    else if (role === 'struck') this.text += ' ';
    else if (role === 'input') this.fill(shownValue(this.attributes));
    else if (role === 'box') this.closeBox();
    else if (role === 'option') this.box?.endOption(this.attributes);
    else if (role === 'picture') this.showPicture(this.attributes);
    else {
      this.breakLine();
      if (!this.tables.cell) this.rows.end(element, this.linkedLines);
    }
  }

  characters(data: string): void {
    if (this.inTitle) this.hints.titles.push(data.trim());
    if (this.skipping || (this.text === '' && this.hints.open === 0 && data.trim() === '')) return;
    if (this.box) {
      this.box.characters(data);
      return;
    }
    this.text += this.raised > 0 ? superscript(data) : data;
    this.linkedText += this.hints.characters(data);
  }

  end(): void {
    this.tables.closeAll();
    this.breakLine();
    this.unseenLines = this.veils.repeated(this.doc.textsFrom(0));
  }

  /** What a field of a cell shows: apart from what stands beside it, two fields are no one number. */
  private fill(value: string): void {
    if (this.tables.cell && value !== '') this.text += ` ${value} `;
  }

  /** Outside of tables it is no part of the text: a search, a comment, an article for a script. */
  private openBox(name: string): void {
    if (this.skipping || this.box || !this.tables.cell) this.skipping++;
    else this.box = new OpenBox(name);
  }

  private openOption(): void {
    this.attributes = {};
    this.box?.beginOption();
  }

  private closeBox(): void {
    const shown = this.box?.shown() ?? null;
    this.box = null;
    if (shown === null) this.showPicture();
    else this.fill(shown);
  }

  /** A picture of a few points only keeps a cell open. */
  private showPicture({ width = '', height = '' }: Readonly<Record<string, string>> = {}): void {
    const { cell } = this.tables;
    if (cell && !/^[0-4](?:px)?$/.test(width) && !/^[0-4](?:px)?$/.test(height)) cell.isPictured = true;
  }

  /** A block that is not displayed begins or ends. */
  private turnVeil(turn: 'begin' | 'end'): void {
    this.breakLine();
    this.veils[turn](this.doc.length);
  }

  private dropLine(): void {
    this.text = '';
  }

  /** End the current line; inside a cell it is one of the cell's parts. */
  private breakLine(): void {
    const linked = this.linkedText;
    this.linkedText = 0;
    if (this.text === '') return;
    const text = isPlain(this.text) ? this.text : this.text.replace(blanks, ' ').trim();
    this.text = '';
    if (text === '') return;
    const cell = this.tables.cell;
    if (cell) cell.parts.push(text);
    else {
      this.doc.paragraph(text);
      if (linked >= text.length) this.linkedLines.add(this.doc.length);
    }
  }
}
