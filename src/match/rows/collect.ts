import type { TableCode } from '../../../schemas/forms/index.ts';
import { closestRow } from '../labels/closest.ts';
import type { Sense } from '../labels/vocabulary.ts';
import type { LabelToken, TextToken, Token } from '../tokens/token.ts';
import { addedHeader, goesOn, isInAddedHead, namesAddedColumn } from './added.ts';
import { gridAtoms } from './grid-atoms.ts';
import { gridLabel, isShared, misspeltBehind, unknownLabel } from './grid-labels.ts';
import { atomOf, type Header, headerOf, type PrintedRow, type RowAtoms, standsApart } from './row.ts';
import { isTouched } from './touched.ts';

const noDoubts = { shared: false, valuesBefore: false };

class RowCollector {
  readonly rows: PrintedRow[] = [];
  private header: Header[] = [];
  private group: string | null = null;
  private inHead = true;
  /** A clause began: what follows belongs to no row above it. */
  private closed = false;
  /** The last row is one of a grid. */
  private isInGrid = false;
  /** Line on which the last row's label ends. */
  private labelLine = -1;
  /** The text that stands behind the last value. */
  private between: TextToken | null = null;
  /** A label of another table stands behind the last value. */
  private isCut = false;
  private readonly table: TableCode;
  private readonly text: string;

  constructor(table: TableCode, text: string) {
    this.table = table;
    this.text = text;
  }

  /** Tokens of one grid row: its values belong to its own label, wherever the label stands in the row. */
  gridRow(tokens: readonly Token[]): void {
    const labels = tokens.filter((token) => token.kind === 'label');
    const values = tokens.filter((token) => token.kind === 'value');
    const named = gridLabel(labels, values.length, this.table, this.inHead);
    const misspelt = named && misspeltBehind(named, tokens, this.table, this.text);
    const rowLabel = misspelt ? null : named;
    if (!rowLabel && values.length === 0 && labels.length > 0) {
      for (const label of labels) if (!isInAddedHead(label, this.text)) this.head(label);
      return;
    }
    for (const label of labels) if (label !== rowLabel) this.context(label);
    const unknown = rowLabel ? null : (misspelt ?? unknownLabel(tokens));
    const empties = tokens.length - labels.length - values.length;
    if (!rowLabel && values.length === 0 && (this.table !== 'remedies' || labels.length > 0 || empties < 5)) return;
    const from = rowLabel ? tokens.indexOf(rowLabel) : unknown ? tokens.indexOf(unknown) : -1;
    const after = tokens.slice(from + 1);
    const behind = after.some((token) => token.kind === 'value');
    const valuesBefore = behind && tokens.slice(0, Math.max(from, 0)).some((token) => token.kind === 'value');
    // One number before a label with other cells behind it counts the rows.
    const isNumbered = values.length === 1 && after.some(({ segment }) => segment !== rowLabel?.segment);
    const used = rowLabel && !behind && values.length > 0 && !isNumbered ? tokens.slice(0, from) : after;
    const doubts = { shared: labels.length > 1 && isShared(tokens, this.table), valuesBefore };
    this.open(rowLabel, unknown ?? rowLabel ?? tokens[0] ?? null, doubts, gridAtoms(used, tokens, this.text));
  }

  /** One token of a flattened table: a label opens a row, what follows belongs to it. An empty line is no cell of a grid row. */
  flat(token: Token): void {
    if (this.isGapInHead(token) || (token.kind === 'blank' && this.isInGrid)) return;
    if (token.kind === 'label') {
      const sense = this.resolve(token);
      this.isCut ||= sense === null;
      if (!sense) return;
      this.labelLine = token.endLine;
      if (sense.kind === 'row' || sense.kind === 'heading') this.open(token, token);
      else this.head(token);
    } else if (token.kind === 'value' || token.kind === 'blank') {
      if (this.header.length > 0 || this.closed || this.isInGrid || this.beginsRow(token)) this.open(null, token);
      this.rows.at(-1)?.atoms.push(
        atomOf(token, this.between, {
          worded: isTouched(token, this.between, this.labelLine, this.text),
          isApart: this.isCut || standsApart(token, this.text),
        }),
      );
      [this.between, this.isCut] = [null, false];
    } else if (token.kind === 'text') {
      if (this.between === null || token.characters > 0) this.between = token;
      this.unknown(token);
    }
  }

  /** An empty line among the labels of a head; only the row of table 4, which has no label, may begin with one. */
  private isGapInHead({ kind }: Token): boolean {
    return kind === 'blank' && this.header.length > 0 && this.table !== 'remedies';
  }

  /** Whether a value belongs to no row above: there is none, or a mark between them begins a row. */
  private beginsRow(token: Token): boolean {
    const last = this.rows.at(-1);
    return last === undefined || token.segment.block !== (last.atoms.at(-1)?.block ?? last.block);
  }

  /** Text behind a label on its own line is the label's rest; elsewhere it is an unknown label. */
  private unknown(token: TextToken): void {
    const last = this.rows.at(-1);
    const isHead = this.closed || (this.inHead && this.header.length > 0);
    if (isHead && namesAddedColumn(this.text.slice(token.start, token.end))) this.header.push(addedHeader(token));
    if (token.characters < 2) return;
    const words = this.text.slice(token.start, token.end);
    const isMisspelt = closestRow(this.table, words) !== null;
    if (this.inHead && !isMisspelt) return;
    const isBeside = last?.line === token.segment.line && (last.sense?.kind !== 'heading' || !isMisspelt);
    if (last?.atoms.length === 0 && (isBeside || (last.sense?.kind === 'row' && goesOn(this.table, words)))) return;
    this.open(null, token);
  }

  private open(label: LabelToken | null, at: Token | null, doubts = noDoubts, grid: RowAtoms = { atoms: [], cells: null }): void {
    const near = !label && at?.kind === 'text' ? closestRow(this.table, this.text.slice(at.start, at.end)) : null;
    const sense = label ? this.resolve(label) : near;
    if (this.table === 'remedies' && sense?.kind === 'row') this.group = sense.code;
    const group = sense?.group ?? this.group;
    if (sense?.kind === 'row') this.inHead = false;
    this.rows.push({
      sense: sense && (sense.kind === 'row' || sense.kind === 'heading') ? sense : null,
      label: at ? this.text.slice(at.start, at.end).replace(/\s+/g, '') : '',
      enumerator: label?.enumerator ?? null,
      line: at?.segment.line ?? 0,
      block: at?.segment.block ?? 0,
      shared: doubts.shared,
      valuesBefore: doubts.valuesBefore,
      misspelt: near !== null,
      atoms: grid.atoms,
      cells: grid.cells,
      header: this.header,
      group,
      under: this.group,
    });
    this.header = [];
    this.closed = false;
    this.isInGrid = grid.atoms.length > 0;
  }

  /** A label that is no row: it names a column, a clause, or nothing. */
  private head(token: LabelToken): void {
    // The names of the remedies are the head over one line of numbers (table 4).
    const heads = token.senses.filter(
      (s) => s.table === this.table && (s.kind === 'column' || s.kind === 'span' || (s.kind === 'row' && s.table === 'remedies')),
    );
    this.inHead = true;
    if (heads[0]) this.header.push(headerOf(token, this.text, heads));
    if (heads[0]?.kind !== 'column') this.context(token);
  }

  private context(token: LabelToken): void {
    const group = token.senses.find((s) => s.table === this.table && (s.kind === 'group' || this.table === 'remedies'));
    if (group && group.kind !== 'word') this.group = group.code;
    if (group?.kind === 'group') this.closed = true;
  }

  /** 其他 and 总计 are columns in the head of a table and rows in its body; an enumerator makes them rows. */
  private resolve(token: LabelToken): Sense | null {
    const senses = token.senses.filter((s) => s.table === this.table);
    const row = senses.find((s) => s.kind === 'row') ?? senses.find((s) => s.kind === 'heading');
    const column = senses.find((s) => s.kind === 'column');
    if (row && column) return token.enumerator || !this.inHead ? row : column;
    return row ?? column ?? senses[0] ?? null;
  }
}

/** Collect a table's rows from its tokens: grid rows one by one, flattened text token by token. */
export function collectRows(table: TableCode, tokens: readonly Token[], text: string): PrintedRow[] {
  const collector = new RowCollector(table, text);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token) break;
    let end = at + 1;
    if (token.segment.row < 0) collector.flat(token);
    else {
      while (tokens[end]?.segment.row === token.segment.row) end++;
      collector.gridRow(tokens.slice(at, end));
    }
    at = end;
  }
  return collector.rows;
}
