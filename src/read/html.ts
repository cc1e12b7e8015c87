import { Parser } from 'htmlparser2';
import type { Doc, Hints } from '../model.ts';
import { deepestMarkup } from './limits.ts';
import { DocBuilder, type RawCell } from './lines.ts';
import { UnreadableError } from './unreadable.ts';

// One pass over the tokens, no tree: a page costs little more than its tokenizer.

const hidden = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'select',
  'button',
  'textarea',
  'nav',
  'object',
  'math',
  'head',
]);
const blocks = new Set(
  'p div section article h1 h2 h3 h4 h5 h6 li ul ol dl dt dd br hr tr center blockquote pre form header footer main aside figure figcaption address fieldset caption tbody thead table td th'.split(
    ' ',
  ),
);
const metaTitles = /^(articletitle|title|og:title|dc\.title|pagetitle)$/i;
const metaPublishers = /^(contentsource|source|author|publisher|sitename|og:site_name)$/i;
const metaDates = /^(pubdate|publishdate|article:published_time|date|firstpublishedtime)$/i;

interface OpenCell {
  columns: number;
  rows: number;
  parts: string[];
  text: string;
}

interface OpenTable {
  /** A cell holds another table or an article: the table only lays the page out. */
  layout: boolean;
  started: boolean;
  cells: OpenCell[];
  cell: OpenCell | null;
}

/** A cell that holds running text belongs to a page's layout, not to a form. */
function holdsArticle({ parts }: OpenCell): boolean {
  let characters = 0;
  for (const part of parts) characters += part.length;
  return characters > 600 || (parts.length > 8 && characters > 240);
}

/** A row of one cell with several paragraphs, or a sentence with another paragraph, is a layout table around text. */
const wrapsText = (cells: readonly OpenCell[]): boolean =>
  cells.length === 1 && cells.some(({ parts }) => parts.length > 2 || (parts.length > 1 && parts.some((part) => part.endsWith('。'))));

class PageReader {
  readonly doc = new DocBuilder();
  /** Numbers of lines that are links from end to end: navigation, unless the page is a list. */
  readonly linkedLines = new Set<number>();
  private readonly tables: OpenTable[] = [];
  private text = '';
  private linkedText = 0;
  private skipping = 0;
  private inTitle = false;
  private inLink = 0;
  private tag = '';
  private depth = 0;
  private attributes: Record<string, string> = {};
  readonly hints = {
    titles: [] as string[],
    publishers: [] as string[],
    published: [] as string[],
    address: null as string | null,
    attachments: [] as { name: string; href: string }[],
    links: 0,
    linkedCharacters: 0,
  };
  private link = { href: '', text: '' };

  open(name: string): void {
    if (++this.depth > deepestMarkup) throw new UnreadableError('damaged', `标签嵌套超过 ${deepestMarkup} 层`, 'html');
    this.tag = name;
    this.attributes = {};
    if (name === 'title') this.inTitle = true;
    if (hidden.has(name)) this.skipping++;
    if (this.skipping) return;
    if (name === 'table') this.openTable();
    else if (name === 'td' || name === 'th') this.openCell();
    else if (blocks.has(name)) this.breakLine();
    if (name === 'a') {
      this.inLink++;
      this.link = { href: '', text: '' };
      this.hints.links++;
    }
  }

  attribute(name: string, value: string): void {
    if (this.tag === 'td' || this.tag === 'th') {
      const cell = this.tables.at(-1)?.cell;
      if (cell && name === 'colspan') cell.columns = Number.parseInt(value, 10) || 1;
      if (cell && name === 'rowspan') cell.rows = Number.parseInt(value, 10) || 1;
    } else if (this.tag === 'a' && name === 'href') this.link.href = value;
    else if (this.tag === 'meta' || this.tag === 'link') this.attributes[name] = value;
  }

  close(name: string): void {
    this.depth--;
    if (name === 'meta') this.meta();
    if (name === 'link' && this.attributes.rel === 'canonical') this.hints.address = this.attributes.href ?? null;
    if (name === 'title') this.inTitle = false;
    if (hidden.has(name)) this.skipping = Math.max(0, this.skipping - 1);
    if (this.skipping) return;
    if (name === 'a') this.closeLink();
    if (name === 'td' || name === 'th') this.closeCell();
    else if (name === 'tr') this.closeRow();
    else if (name === 'table') this.closeTable();
    else if (blocks.has(name)) this.breakLine();
  }

  characters(data: string): void {
    if (this.inTitle) this.hints.titles.push(data.trim());
    if (this.skipping) return;
    this.text += data;
    if (this.inLink) {
      this.link.text += data;
      this.linkedText += data.length;
    }
  }

  end(): void {
    while (this.tables.length) this.closeTable();
    this.breakLine();
  }

  private meta(): void {
    const { name = '', property = '', content } = this.attributes;
    if (!content) return;
    const key = name || property;
    if (metaTitles.test(key)) this.hints.titles.unshift(content);
    else if (metaPublishers.test(key)) this.hints.publishers.push(content);
    else if (metaDates.test(key)) this.hints.published.push(content);
  }

  private closeLink(): void {
    this.inLink = Math.max(0, this.inLink - 1);
    this.hints.linkedCharacters += this.link.text.length;
    if (/\.(docx?|wps|pdf|xlsx?|rtf|od[ts]|ofd|zip|rar)\b/i.test(this.link.href))
      this.hints.attachments.push({ name: this.link.text.trim(), href: this.link.href });
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
    table.cell = { columns: 1, rows: 1, parts: [], text: '' };
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
    if (!table) {
      this.breakLine();
      return;
    }
    if (table.cell) this.closeCell();
    if (!table.cells.length) return;
    if (table.layout || table.cells.some(holdsArticle) || wrapsText(table.cells))
      for (const cell of table.cells) this.paragraphs(cell.parts);
    else {
      if (!table.started) this.doc.beginTable();
      table.started = true;
      this.doc.row(table.cells.map(({ parts, columns, rows }): RawCell => ({ text: parts.join(' '), columns, rows })));
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
    const text = this.text.replace(/[ \t\r\n\u00a0]+/g, ' ').trim();
    const linked = this.linkedText;
    this.text = '';
    this.linkedText = 0;
    if (!text) return;
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.parts.push(text);
    else {
      this.doc.paragraph(text);
      if (linked >= text.length) this.linkedLines.add(this.doc.length);
    }
  }
}

/** Read a web page: running text a line per block, tables as rows with their spans placed. */
export async function readHtml(page: string, encoding: string): Promise<Doc> {
  const reader = new PageReader();
  const parser = new Parser({
    onopentagname: (name) => reader.open(name),
    onattribute: (name, value) => reader.attribute(name, value),
    onclosetag: (name) => reader.close(name),
    ontext: (data) => reader.characters(data),
    onend: () => reader.end(),
  });
  parser.end(page);
  const hints: Hints = reader.hints;
  reader.doc.dropNavigation(reader.linkedLines);
  return reader.doc.finish('html', encoding, hints);
}
