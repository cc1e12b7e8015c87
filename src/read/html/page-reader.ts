import { isPlain } from '../characters/plain.ts';
import { superscript } from '../characters/superscript.ts';
import { DocBuilder } from '../lines.ts';
import type { Element, Role } from './elements.ts';
import { PageHints } from './hints.ts';
import { isLayout, type OpenTable } from './tables.ts';
import type { PageListener } from './tags.ts';

const blanks = /[ \t\r\n\u00a0]+/g;

/** Puts together what a page shows while its tags are read: running text a line per block, tables as rows. */
export class PageReader implements PageListener {
  readonly doc = new DocBuilder();
  /** Numbers of lines that are links from end to end: navigation, unless the page is a list. */
  readonly linkedLines = new Set<number>();
  private readonly tables: OpenTable[] = [];
  private text = '';
  private linkedText = 0;
  private skipping = 0;
  private inTitle = false;
  private raised = 0;
  private role: Role | undefined;
  private attributes: Record<string, string> = {};
  /** Some text of the page is preformatted: its line ends are breaks. */
  hasPreformatted = false;
  readonly hints = new PageHints();

  open({ name, role }: Element): void {
    this.role = role;
    if (role === 'hidden') this.hide(name);
    else if (role === 'title') this.inTitle = true;
    else if (role === 'field' || role === 'input') this.attributes = {};
    else if (this.skipping) return;
    else if (role === 'table') this.openTable();
    else if (role === 'cell') this.openCell();
    // Cells before it stand in a row whose own tag was left out.
    else if (role === 'row') this.closeRow();
    else if (role === 'link') this.hints.openLink();
    else if (role === 'raised') this.raised++;
    else if (role === 'struck') this.text += ' ';
    else {
      this.hasPreformatted ||= name === 'pre';
      this.breakLine();
    }
  }

  /** A hidden cell is no cell of its row. */
  private hide(name: string): void {
    const table = this.tables.at(-1);
    if (table && this.skipping === 0 && (name === 'td' || name === 'th')) table.cell = null;
    this.skipping++;
  }

  attribute(name: string, value: string): void {
    if (this.role === 'cell') {
      const cell = this.tables.at(-1)?.cell;
      if (cell && name === 'colspan') cell.columns = Number.parseInt(value, 10) || 1;
      if (cell && name === 'rowspan') cell.rows = Number.parseInt(value, 10) || 1;
    } else if (this.role === 'link' && name === 'href') this.hints.href = value;
    else if (this.role === 'field' || this.role === 'input') this.attributes[name] = value;
  }

  close({ name, role }: Element): void {
    if (role === 'hidden') this.skipping = Math.max(0, this.skipping - 1);
    else if (role === 'title') this.inTitle = false;
    else if (role === 'field') this.hints.field(name, this.attributes);
    else if (this.skipping) return;
    else if (role === 'cell') this.closeCell();
    else if (role === 'row') this.closeRow();
    else if (role === 'table') this.closeTable();
    else if (role === 'link') this.hints.closeLink();
    else if (role === 'raised') this.raised--;
    else if (role === 'struck') this.text += ' ';
    else if (role === 'input') this.fill();
    else this.breakLine();
  }

  characters(data: string): void {
    if (this.inTitle) this.hints.titles.push(data.trim());
    if (this.skipping || (this.text === '' && this.hints.open === 0 && data.trim() === '')) return;
    this.text += this.raised > 0 ? superscript(data) : data;
    this.linkedText += this.hints.characters(data);
  }

  end(): void {
    while (this.tables.length) this.closeTable();
    this.breakLine();
  }

  /** A page printed from a form holds its figures in text fields. */
  private fill(): void {
    const { type = 'text', value = '' } = this.attributes;
    if (this.tables.at(-1)?.cell && /^(?:text|number)$/i.test(type)) this.characters(value);
  }

  private openTable(): void {
    const outer = this.tables.at(-1);
    if (outer?.cell) {
      this.breakLine();
      outer.layout = true;
      for (const cell of outer.cells) this.paragraphs(cell.parts);
      outer.cells = [];
      this.paragraphs(outer.cell.parts);
      outer.cell.parts = [];
    } else this.breakLine();
    this.tables.push({ layout: false, started: false, cells: [], cell: null });
  }

  private openCell(): void {
    const table = this.tables.at(-1);
    if (!table) {
      this.breakLine();
      return;
    }
    if (table.cell) this.closeCell();
    this.text = '';
    table.cell = { columns: 1, rows: 1, parts: [] };
  }

  private closeCell(): void {
    const table = this.tables.at(-1);
    if (!table?.cell) {
      this.breakLine();
      return;
    }
    this.breakLine();
    table.cells.push(table.cell);
    table.cell = null;
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (table?.cell) this.closeCell();
    else this.breakLine();
    if (!table?.cells.length) return;
    if (isLayout(table)) for (const cell of table.cells) this.paragraphs(cell.parts);
    else {
      if (!table.started) this.doc.beginTable();
      table.started = true;
      this.doc.row(
        table.cells.map(({ parts, columns, rows }) => ({ text: parts.length > 1 ? parts.join(' ') : (parts[0] ?? ''), columns, rows })),
      );
    }
    table.cells = [];
  }

  private closeTable(): void {
    this.closeRow();
    this.tables.pop();
    this.text = '';
  }

  private paragraphs(parts: readonly string[]): void {
    for (const part of parts) this.doc.paragraph(part);
  }

  /** End the current line; inside a cell it is one of the cell's parts. */
  private breakLine(): void {
    const linked = this.linkedText;
    this.linkedText = 0;
    if (this.text === '') return;
    const text = isPlain(this.text) ? this.text : this.text.replace(blanks, ' ').trim();
    this.text = '';
    if (text === '') return;
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.parts.push(text);
    else {
      this.doc.paragraph(text);
      if (linked >= text.length) this.linkedLines.add(this.doc.length);
    }
  }
}
