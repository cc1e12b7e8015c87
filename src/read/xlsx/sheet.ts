import { type Place, SheetCells } from '../sheet/cells.ts';
import { shownNumber } from '../sheet/format.ts';
import type { SheetBuilder } from '../sheet/grid.ts';
import type { Attributes, XmlListener } from '../xml.ts';
import type { CellStyle } from './styles.ts';
import { RunsOfText } from './text.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  /** The values beside formulas are of no worth. */
  readonly uncomputed: boolean;
}

/** Hears a worksheet part (ECMA-376 18.3) and gives its cells as shown. */
export class SheetWalk implements XmlListener {
  private readonly context: SheetContext;
  private readonly cells: SheetCells;
  private row = -1;
  private column = -1;
  private showZeros = true;
  private style: CellStyle | undefined;
  private type = 'n';
  private value = '';
  private formula = '';
  private inside: 'value' | 'formula' | null = null;
  private readonly runs = new RunsOfText();

  constructor(name: string, context: SheetContext) {
    this.cells = new SheetCells(name);
    this.context = context;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'x:row') this.openRow(attributes);
    else if (name === 'x:c') this.openCell(attributes);
    else if (name === 'x:v') this.inside = 'value';
    else if (name === 'x:f') this.openFormula();
    else if (name === 'x:mergeCell') this.merge(attributes.ref ?? '');
    else if (name === 'x:col' && (isOn(attributes.hidden) || isNothing(attributes.width)))
      this.cells.sheet.hideColumns(Number(attributes.min) - 1, Number(attributes.max));
    else if (name === 'x:sheetView') this.showZeros = attributes.showZeros === undefined || isOn(attributes.showZeros);
    else this.runs.open(name, attributes);
  }

  close(name: string): void {
    if (name === 'x:c') this.endCell();
    else this.inside = null;
    this.runs.close(name);
  }

  text(text: string): void {
    if (this.inside === 'value') this.value += text;
    else if (this.inside === 'formula') this.formula += text;
    else this.runs.hear(text);
  }

  /** The sheet as it is shown. */
  finish(): SheetBuilder {
    return this.cells.finish();
  }

  private openRow({ r, hidden, ht }: Attributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.column = -1;
    if (isOn(hidden) || isNothing(ht)) this.cells.sheet.hideRows(this.row, this.row + 1);
  }

  private openCell({ r, s, t }: Attributes): void {
    const place = r === undefined ? null : placeOf(r);
    this.column = place ? place.column : this.column + 1;
    this.style = this.context.styles[Number(s ?? 0)];
    this.type = t ?? 'n';
    this.value = '';
    this.formula = '';
    this.runs.begin();
  }

  /** A formula shared by several cells is written in the first only. */
  private openFormula(): void {
    this.inside = 'formula';
    this.formula = '=';
  }

  private endCell(): void {
    // An inline text stands beside no value.
    this.value ||= this.runs.text;
    this.cells.add({ row: this.row, column: this.column, text: this.shown(), bordered: this.style?.bordered ?? false });
  }

  private shown(): string {
    if (this.style?.unseen) return '';
    // A formula without a stored result shows itself: it is not computed here.
    if (this.formula !== '' && (this.value === '' || this.context.uncomputed)) return this.formula;
    if (this.type === 's') return this.context.strings[Number(this.value)] ?? '';
    if (this.type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
    if (this.value === '') return '';
    if (this.type !== 'n') return this.value;
    const number = Number(this.value);
    if (Number.isNaN(number)) return this.value;
    return number === 0 && !this.showZeros ? '' : shownNumber(number, this.style?.format ?? 0, this.context.date1904);
  }

  private merge(reference: string): void {
    const [from = '', to = ''] = reference.split(':');
    const first = placeOf(from);
    const last = placeOf(to);
    if (first && last) this.cells.merge(first, last);
  }
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';

/** A width or height of nothing. */
const isNothing = (size: string | undefined) => size !== undefined && Number(size) === 0;

/** Row and column of a reference such as `AB12`, from 0. */
function placeOf(reference: string): Place | null {
  const match = /^([A-Z]{1,3})([0-9]{1,7})$/.exec(reference);
  if (!match) return null;
  const [, letters = '', digits = ''] = match;
  return { row: Number(digits) - 1, column: [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
}
