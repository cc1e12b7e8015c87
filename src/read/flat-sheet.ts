import { append } from '../append.ts';
import type { Doc } from '../model.ts';
import { noHints } from '../model.ts';
import { type Block, finishFlow } from './flow/flow.ts';
import { isFarOut } from './sheet/cell.ts';
import { shownNumber } from './sheet/format.ts';
import { SheetBuilder } from './sheet/grid.ts';
import { type Attributes, walkXml, type XmlListener } from './xml.ts';

const namespaces = { 'urn:schemas-microsoft-com:office:spreadsheet': 'ss', 'urn:schemas-microsoft-com:office:excel': 'x' };

/** Read a workbook of one XML file (Excel 2003 XML): the shown sheets in order, cells as shown. Throws `UnreadableError`. */
export function readSheet2003(bytes: Uint8Array): Promise<Doc> {
  const walk = new SheetWalk();
  walkXml(bytes, 'Workbook', namespaces, walk);
  return finishFlow(walk.blocks, 'xls', {}, noHints);
}

/** Names the format gives to common codes. */
const named: Readonly<Record<string, string>> = { Fixed: '0.00', Standard: '#,##0.00', Percent: '0.00%' };

interface Style {
  format: string;
  bordered: boolean;
}

const plain: Style = { format: 'General', bordered: false };

const isOn = (value: string | undefined) => value === '1';
/** A count or a place, which counts from 1; damaged ones are as if not there. */
const whole = (value: string | undefined, otherwise: number) => {
  const number = Number(value);
  return Number.isInteger(number) && number >= 0 && number < 1_048_576 ? number : otherwise;
};

/** Hears the XML of a workbook; rows and cells that are empty are jumped over by an index. */
class SheetWalk implements XmlListener {
  readonly blocks: Block[] = [];
  private readonly styles = new Map<string, Style>();
  private style: Style = { ...plain };
  private sheet = new SheetBuilder('');
  private hiddenSheet = false;
  private row = -1;
  private column = -1;
  private nextColumn = 0;
  /** By column, the first row below a merged cell. */
  private readonly free = new Map<number, number>();
  private cell: Attributes = {};
  private type = '';
  private value = '';
  private inside = '';

  open(name: string, attributes: Attributes): void {
    if (name === 'ss:Style') this.openStyle(attributes);
    else if (name === 'ss:NumberFormat') this.style.format = named[attributes.Format ?? ''] ?? attributes.Format ?? plain.format;
    else if (name === 'ss:Border') this.style.bordered = true;
    else if (name === 'ss:Worksheet') this.openSheet(attributes);
    else if (name === 'ss:Column') this.openColumn(attributes);
    else if (name === 'ss:Row') this.openRow(attributes);
    else if (name === 'ss:Cell') this.openCell(attributes);
    else if (name === 'ss:Data' && this.inside !== 'ss:Comment') this.type = attributes.Type ?? '';
    if (name === 'ss:Comment' || name === 'x:Visible' || (name === 'ss:Data' && this.inside === '')) this.inside = name;
  }

  close(name: string): void {
    if (name === this.inside) this.inside = '';
    else if (name === 'ss:Cell') this.endCell();
    else if (name === 'ss:Worksheet' && !this.hiddenSheet) append(this.blocks, this.sheet.blocks());
  }

  text(text: string): void {
    if (this.inside === 'ss:Data') this.value += text;
    else if (this.inside === 'x:Visible') this.hiddenSheet = text !== 'SheetVisible';
  }

  private openStyle({ ID = '' }: Attributes): void {
    this.style = { ...plain };
    this.styles.set(ID, this.style);
  }

  private openSheet({ Name: name = '' }: Attributes): void {
    this.sheet = new SheetBuilder(name);
    this.hiddenSheet = false;
    this.row = -1;
    this.nextColumn = 0;
    this.free.clear();
  }

  private openColumn({ Index, Span, Hidden }: Attributes): void {
    const from = whole(Index, this.nextColumn + 1) - 1;
    this.nextColumn = from + whole(Span, 0) + 1;
    if (isOn(Hidden)) this.sheet.hideColumns(from, this.nextColumn);
  }

  private openRow({ Index, Hidden }: Attributes): void {
    this.row = whole(Index, this.row + 2) - 1;
    this.column = -1;
    if (isOn(Hidden)) this.sheet.hideRows(this.row, this.row + 1);
  }

  private openCell(cell: Attributes): void {
    this.column = whole(cell.Index, this.column + 2) - 1;
    // Cells under a merged one are left out; some writers do not say how many.
    if (cell.Index === undefined) while ((this.free.get(this.column) ?? 0) > this.row) this.column++;
    this.cell = cell;
    this.type = '';
    this.value = '';
  }

  private endCell(): void {
    const { StyleID = '', MergeAcross, MergeDown } = this.cell;
    const { format, bordered } = this.styles.get(StyleID) ?? plain;
    const columns = whole(MergeAcross, 0) + 1;
    const number = Number(this.value);
    const text = this.type === 'Number' && !Number.isNaN(number) ? shownNumber(number, format, false) : this.value.trim();
    const rows = whole(MergeDown, 0) + 1;
    this.sheet.add({ row: this.row, column: this.column, columns, rows, text, bordered });
    for (let at = 0; at < columns && rows > 1 && !isFarOut(this.row, this.column + at); at++)
      this.free.set(this.column + at, this.row + rows);
    this.column += columns - 1;
  }
}
