import { shownObject } from '../characters/object.ts';
import { superscript } from '../characters/superscript.ts';
import { OpenFields } from '../flow/fields.ts';
import type { Block } from '../flow/flow.ts';
import { LookSeparator } from '../flow/look-separator.ts';
import { numbered } from '../flow/numbering.ts';
import { CellCounter } from '../flow/rows.ts';
import { TableLevels } from '../flow/table-levels.ts';
import type { DocFile, Piece } from './file.ts';
import { readDocNumbering } from './numbering.ts';
import { characterRuns, type Properties, paragraphRuns, type Run, runFinder } from './properties.ts';
import { endsInnerCell, endsRow, rowEdges, tableDepth } from './rows.ts';

const mark = {
  picture: 1,
  drawn: 8,
  cell: 7,
  line: 0x0b,
  page: 0x0c,
  paragraph: 0x0d,
  field: 0x13,
  fieldEnd: 0x15,
} as const;
const fieldMarks = ['begin', 'separate', 'end'] as const;
const shownAs: Readonly<Record<number, string>> = { 9: '\t', [mark.line]: '\n', 14: '\n', 30: '-' };

/** How the characters of a run are shown. */
type Look = 'plain' | 'hidden' | 'raised' | 'struck' | 'white' | 'shifted' | 'symbol';

const setsApart: ReadonlySet<Look> = new Set(['struck', 'white', 'shifted']);

const noProperties: Properties = new Map();

/** Walks over the characters of a DOC and collects its blocks. */
export class DocWalk {
  pictures = 0;
  private readonly file: DocFile;
  private readonly runAt: (at: number) => Run | undefined;
  private readonly lookAt: (at: number) => Look;
  private readonly label: (run: Run | undefined) => string;
  private readonly counter = new CellCounter();
  private levels = new TableLevels(this.counter);
  private text = '';
  private fields = new OpenFields();
  private readonly separator = new LookSeparator();

  constructor(file: DocFile) {
    this.file = file;
    this.runAt = runFinder(paragraphRuns(file));
    this.lookAt = looks(characterRuns(file));
    this.label = readDocNumbering(file);
  }

  /** The blocks of a part of the text. */
  blocks([from, to]: readonly [number, number]): Block[] {
    this.levels = new TableLevels(this.counter);
    this.fields = new OpenFields();
    for (const piece of this.file.pieces) {
      if (piece.to > from && piece.from < to) this.walk(piece, Math.max(from, piece.from), Math.min(to, piece.to));
    }
    if (this.text !== '') this.endParagraph(undefined, 0);
    return this.levels.finish();
  }

  private walk(piece: Piece, from: number, to: number): void {
    const stored = this.file.main.part(piece.at + (from - piece.from) * piece.width, (to - from) * piece.width);
    const characters = new TextDecoder(piece.width === 2 ? 'utf-16le' : 'windows-1252', { ignoreBOM: true }).decode(stored.bytes);
    const start = stored.bytes.byteOffset - this.file.main.bytes.byteOffset;
    for (let i = 0; i < characters.length; i++) this.character(characters.charCodeAt(i), start + i * piece.width);
  }

  private character(code: number, at: number): void {
    if (code === mark.cell || code === mark.paragraph || code === mark.page) this.endMark(code, at);
    else if (code >= mark.field && code <= mark.fieldEnd) this.text += this.fields.mark(fieldMarks[code - mark.field]);
    else if (this.fields.isCode) this.fields.tell(String.fromCharCode(code));
    else if (code < 0x20 && shownAs[code] === undefined) {
      if (code === mark.picture || code === mark.drawn) this.picture();
    } else this.show(shownAs[code] ?? String.fromCharCode(code), this.lookAt(at));
  }

  private picture(): void {
    this.pictures++;
    this.text += shownObject;
  }

  private show(text: string, look: Look): void {
    if (look === 'hidden' || look === 'symbol' || text === '\x1f') return;
    this.fields.show();
    this.text += this.separator.add(this.text, look === 'raised' ? superscript(text) : text, setsApart.has(look) ? look : '');
  }

  private endMark(code: number, at: number): void {
    const run = this.runAt(at);
    const properties = run?.properties ?? noProperties;
    const depth = tableDepth(properties);
    if (code === mark.cell) {
      if (endsRow(properties)) this.levels.endRow(1, rowEdges(properties));
      else this.endCell(run, 1);
    } else if (depth > 1 && endsRow(properties)) this.levels.endRow(depth, rowEdges(properties));
    else if (depth > 1 && endsInnerCell(properties)) this.endCell(run, depth);
    else this.endParagraph(run, depth);
  }

  private endCell(run: Run | undefined, depth: number): void {
    this.endParagraph(run, depth);
    this.levels.endCell(depth);
  }

  private endParagraph(run: Run | undefined, depth: number): void {
    const text = numbered(this.label(run), this.text);
    this.text = '';
    if (text !== '') this.levels.paragraph(text, depth);
  }
}

/** How characters are shown, by sprmCFRMarkDel, CFVanish, CSymbol, CIss, CFStrike, CFDStrike, CCv, CIco and CHpsPos ([MS-DOC] 2.6.1). */
function looks(runs: readonly Run[]): (at: number) => Look {
  const special = runs.filter(({ properties }) => look(properties) !== 'plain');
  const find = runFinder(special);
  return (at) => look(find(at)?.properties ?? noProperties);
}

function look(properties: Properties): Look {
  const isOn = (code: number) => ((properties.get(code)?.u8(0) ?? 0) & 0x7f) === 1;
  if (isOn(0x0800) || isOn(0x083c) || isOn(0x0802)) return 'hidden';
  if (properties.has(0x6a09)) return 'symbol';
  if (properties.get(0x2a48)?.u8(0) === 1) return 'raised';
  if (isOn(0x0837) || isOn(0x2a53)) return 'struck';
  const colour = properties.get(0x6870)?.u32(0);
  if (colour === 0xffffff || (colour === undefined && properties.get(0x2a42)?.u8(0) === 8)) return 'white';
  const up = properties.get(0x4845)?.u16(0) ?? 0;
  return up > 0 && up < 0x8000 ? 'shifted' : 'plain';
}
